import { type Look, TITLES, type Tool } from "./tour.ts";

/** Further off than this a spotlight is not at its element, px. */
const NEAR_PX = 2;
/** A card belongs to its element if it stands within this distance of it, px. */
const BESIDE_PX = 60;
const PATIENCE_MS = 5_000;

/** What tells of every frame after its style and layout. It is there before anything is measured and stays. */
let eye: { inner: HTMLElement; width: number } | undefined;

/** Paints nothing, and is in a closed root, so that no tool hears of what it does. */
function openEye(): NonNullable<typeof eye> {
  const outer = document.createElement("bench-probe");
  outer.style.cssText =
    "position: fixed; inset: 0 auto auto 0; contain: strict; width: 9px; height: 9px; visibility: hidden";
  const inner = document.createElement("div");
  outer.attachShadow({ mode: "closed" }).append(inner);
  document.documentElement.append(outer);
  return { inner, width: 0 };
}

/** The same eye for every tool: it looks after style and layout of each frame, in the frame itself, when resize observers are called. */
function onEveryFrame(look: (inFrame: boolean) => boolean): void {
  eye ??= openEye();
  const at = eye;
  const { port1, port2 } = new MessageChannel();
  let seen = false;
  const sizes = new ResizeObserver(() => {
    seen = look(true);
    port2.postMessage(0);
  });
  const frame = () => {
    at.width = (at.width % 5) + 1;
    at.inner.style.cssText = `width: ${at.width}px; height: 1px`;
  };
  // Comes after the frame was handed over to be drawn.
  port1.onmessage = () => {
    if (seen) look(false);
    if (seen) {
      sizes.disconnect();
      port1.close();
    } else requestAnimationFrame(frame);
  };
  sizes.observe(at.inner);
  requestAnimationFrame(frame);
}

/** When the frame was drawn in which the step is whole on the screen, on the page's clock. */
function painted(tool: Tool, step: 0 | 1, target: Element): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  return new Promise((resolve, reject) => {
    onEveryFrame((inFrame) => {
      const late = performance.now() > deadline;
      if (!inFrame) {
        if (late)
          reject(
            new Error(
              `step ${step + 1} never came: ${JSON.stringify(faults(tool.look(), step, target))}`,
            ),
          );
        else resolve(performance.now());
      }
      return late || faults(tool.look(), step, target).length === 0;
    });
  });
}

/** What is missing of a step. */
function faults({ card, spot }: Look, step: 0 | 1, target: Element): string[] {
  const found: string[] = [];
  const box = target.getBoundingClientRect();
  if (!card?.isConnected) return ["no card"];
  if (!card.textContent?.includes(TITLES[step])) found.push("another text");
  if (!isOpaque(card)) found.push("not opaque");
  const at = card.getBoundingClientRect();
  if (at.width * at.height < 1000) found.push("no size");
  const apart = Math.max(
    at.left - box.right,
    box.left - at.right,
    at.top - box.bottom,
    box.top - at.bottom,
  );
  if (apart > BESIDE_PX) found.push(`${apart} px away`);
  if (!spot) found.push("no spotlight");
  else if (offset(spot, box) > NEAR_PX) found.push(`spotlight off by ${offset(spot, box)} px`);
  return found;
}

function offset(spot: NonNullable<Look["spot"]>, box: DOMRect): number {
  const pairs = [spot.x - box.x, spot.y - box.y, spot.width - box.width, spot.height - box.height];
  return Math.max(...pairs.map(Math.abs));
}

/** It, and each part of it. */
function isOpaque(card: Element): boolean {
  const parts = [...card.children].map((part) => Number(getComputedStyle(part).opacity));
  return Math.min(opacityOf(card), ...parts) >= 0.99;
}

/** Of all that it is in, also beyond shadow roots; 0 if it is not drawn at all. */
function opacityOf(element: Element): number {
  if (!element.checkVisibility({ visibilityProperty: true })) return 0;
  let opacity = 1;
  for (
    let at: Node | null = element;
    at;
    at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null
  ) {
    if (at instanceof Element) opacity *= Number(getComputedStyle(at).opacity);
  }
  return opacity;
}

const FRAME_MS = 1000 / 60;

/** Resolves when so much of the time between two frames is over, 0 to 1. */
function phaseOfFrame(share: number): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: frame }: MessageEvent<number>) => {
      port1.close();
      while (performance.now() < frame + share * FRAME_MS);
      resolve();
    };
    requestAnimationFrame((now) => port2.postMessage(now));
  });
}

/** What the bench calls beside the tool, in the same world. */
export function eyesOn(tool: Tool) {
  let opened: BenchTour;
  const target = (step: 0 | 1) => {
    const element = document.querySelector(opened.targets[step]);
    if (!element) throw new Error(`nothing matches ${opened.targets[step]}`);
    return element;
  };
  return {
    /** From being due to being painted, ms. */
    async open(tour: BenchTour, phase: number): Promise<number> {
      opened = tour;
      eye ??= openEye();
      await phaseOfFrame(phase);
      const due = await tool.start(tour);
      return (await painted(tool, 0, target(0))) - due;
    },
    /** From the click on the button that leads on to the next step being painted, ms. */
    async next(phase: number): Promise<number> {
      const { next: button } = tool.look();
      if (!(button instanceof HTMLElement)) throw new Error("there is no button that leads on");
      // As a press of the mouse would.
      button.focus();
      await phaseOfFrame(phase);
      const clicked = performance.now();
      button.click();
      return (await painted(tool, 1, target(1))) - clicked;
    },
    stop: () => tool.stop(),
    /** How far the spotlight is off, px; 9999 while there is none. */
    off(): number {
      const { spot } = tool.look();
      return spot ? offset(spot, target(0).getBoundingClientRect()) : 9999;
    },
    /** The farthest that the spotlight is off in any frame until `stopWatching`, px. */
    watchOff(): void {
      worst = [];
      watching = true;
      onEveryFrame((inFrame) => {
        if (inFrame) worst.push(this.off());
        return !watching;
      });
    },
    stopWatching(): number[] {
      watching = false;
      return worst;
    },
  };
}

let worst: number[] = [];
let watching = false;

export type Eyes = ReturnType<typeof eyesOn>;
type BenchTour = Parameters<Tool["start"]>[0];
