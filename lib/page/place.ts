import type { Standing } from "../tour/standing.ts";
import { covers, type Position, position, type Rect } from "./position.ts";
import { isRightToLeft } from "./right-to-left.ts";
import { set } from "./set-style.ts";
import { spotOf } from "./side.ts";
import { putSpotlight } from "./spotlight.ts";
import type { Target } from "./target.ts";

const LEAST_BODY_PX = 60;

/** The parts of a card that are moved; all of them are ours. */
export interface Parts {
  /** Not there while it is folded. */
  card: HTMLElement | undefined;
  arrow: HTMLElement | undefined;
  ring: HTMLElement;
  /** Where a hotspot is opened. */
  beacon: HTMLElement | undefined;
  /** What is moved in the window while nothing is pointed at. */
  block: HTMLElement | undefined;
}

/**
 * Keeps card, arrow and ring at the target for as long as the signal lasts, through scrolling, resizing and
 * layout shifts, without polling. The card is in the top layer, so window coordinates are all it needs.
 */
export function place(
  target: Target,
  { card, arrow, ring, beacon }: Parts,
  standing: Standing,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let box: Rect | undefined;
  let hidden = false;
  /** Measuring costs a layout, so it is done once for each size. */
  let size: ReturnType<typeof measure> | undefined;
  let drawn = "";
  const update = () => {
    if (signal.aborted || !box) return;
    const { x, y, width, height } = box;
    const now = [x, y, width, height, innerWidth, innerHeight, hidden].join();
    if (size && now === drawn) return;
    drawn = now;
    size ??= measure(card ?? ring);
    if (card && arrow) putCard(card, arrow, box, size, standing, hidden);
    if (beacon) putBeacon(beacon, box, hidden);
    putSpotlight(ring, box, hidden || !card);
  };
  const safely = () => {
    try {
      update();
    } catch (error) {
      onError(error);
    }
  };
  const sizes = new ResizeObserver(() => {
    size = undefined;
    safely();
  });
  if (card) sizes.observe(card);
  target.follow((at, isHidden) => {
    box = at;
    hidden = isHidden;
    safely();
  }, signal);
  signal.addEventListener(
    "abort",
    () => {
      sizes.disconnect();
      delete arrow?.dataset.side;
      delete beacon?.dataset.on;
      delete ring.dataset.on;
    },
    { once: true },
  );
}

/** The card stands where cards without a target do. */
export function unplace(card: HTMLElement): void {
  for (const name of ["placed", "at", "away"]) delete card.dataset[name];
  for (const name of ["translate", "left", "top", "max-height"]) card.style.removeProperty(name);
}

/** As it would be with all the room it wants. */
function measure(card: HTMLElement) {
  card.style.removeProperty("max-height");
  return { width: card.offsetWidth, height: card.offsetHeight, least: leastHeight(card) };
}

function putCard(
  card: HTMLElement,
  arrow: HTMLElement,
  box: Rect,
  size: ReturnType<typeof measure>,
  { beside, offset }: Standing,
  hidden: boolean,
): void {
  const space = { width: innerWidth, height: innerHeight };
  const { side, align } = spotOf(beside === "auto" ? "bottom" : beside, isRightToLeft());
  const at = position(box, size, space, side, align, offset);
  // Moved without another layout or painting, unlike by its edges.
  set(card, {
    left: "",
    top: "",
    translate: `${Math.round(at.x)}px ${Math.round(at.y)}px`,
    "max-height": `${Math.round(at.maxHeight)}px`,
  });
  if (!card.dataset.placed) card.dataset.placed = "true";
  card.toggleAttribute(
    "data-over",
    covers({ ...at, ...size, height: Math.min(size.height, at.maxHeight) }, box),
  );
  putArrow(arrow, at, hidden);
}

/** Of a text that has to be scrolled, a few lines can be seen, and always all buttons. */
function leastHeight(card: HTMLElement): number {
  const body = card.querySelector<HTMLElement>(".body")?.offsetHeight ?? 0;
  // A warning is little use on top of what it warns of.
  const least = card.dataset.kind === "confirmation" ? LEAST_BODY_PX / 2 : LEAST_BODY_PX;
  return card.offsetHeight - Math.max(0, body - least);
}

/** On the upper corner where a line of the target's text ends, so that it covers none of the text. */
function putBeacon(beacon: HTMLElement, box: Rect, hidden: boolean): void {
  beacon.toggleAttribute("data-on", !hidden);
  const half = beacon.offsetWidth / 2;
  const corner = getComputedStyle(beacon).direction === "rtl" ? box.x : box.x + box.width;
  const within = (at: number, end: number) => Math.max(0, Math.min(at - half, end - 2 * half));
  move(beacon, { left: within(corner, innerWidth), top: within(box.y, innerHeight) });
}

/** Sets lengths in px on an element of ours. */
export function move(element: HTMLElement, lengths: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(lengths)) {
    set(element, { [name]: `${Math.round(value)}px` });
  }
}

const HALF_ARROW_PX = 6;
const EDGE = { top: "bottom", right: "left", bottom: "top", left: "right" } as const;

function putArrow(arrow: HTMLElement, { side, arrow: tip }: Position, hidden: boolean): void {
  const at = tip === null || hidden ? undefined : `${Math.round(tip - HALF_ARROW_PX)}px`;
  const along = side === "top" || side === "bottom" ? "left" : "top";
  set(arrow, { left: "", top: "", ...(at && { [along]: at }) });
  if (!at) delete arrow.dataset.side;
  else if (arrow.dataset.side !== EDGE[side]) arrow.dataset.side = EDGE[side];
}
