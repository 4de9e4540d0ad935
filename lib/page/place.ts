import { boxOf } from "../anchor/dom/safe.ts";
import type { Placement } from "../model/guide.ts";
import { follow } from "./follow.ts";
import { type Position, position } from "./position.ts";
import { putSpotlight } from "./spotlight.ts";

/** The parts of a card that are moved; all of them are ours. */
export interface Parts {
  card: HTMLElement;
  arrow: HTMLElement;
  ring: HTMLElement;
}

/**
 * Keeps card, arrow and ring at the target for as long as the signal lasts, through scrolling, resizing and
 * layout shifts, without polling. The card is in the top layer, so window coordinates are all it needs.
 */
export function place(
  target: Element,
  { card, arrow, ring }: Parts,
  wanted: Placement,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let hidden = false;
  const update = () => {
    if (signal.aborted) return;
    const box = boxOf(target);
    card.style.removeProperty("max-height");
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const space = { width: innerWidth, height: innerHeight };
    const side = wanted === "auto" ? "bottom" : wanted;
    const at = position(box, size, space, side);
    move(card, { left: at.x, top: at.y, "max-height": at.maxHeight });
    card.dataset.placed = "true";
    putArrow(arrow, at, hidden);
    putSpotlight(ring, box, hidden);
  };
  const safely = () => {
    try {
      update();
    } catch (error) {
      onError(error);
    }
  };
  // The browser alone knows which of the scrolled regions around an element really clip it.
  const sight = new IntersectionObserver((entries) => {
    hidden = entries.at(-1)?.isIntersecting === false;
    safely();
  });
  sight.observe(target);
  follow(target, card, safely, signal);
  signal.addEventListener(
    "abort",
    () => {
      sight.disconnect();
      delete card.dataset.placed;
      for (const name of ["left", "top", "max-height"]) card.style.removeProperty(name);
      delete arrow.dataset.side;
      delete ring.dataset.on;
    },
    { once: true },
  );
}

/** Sets lengths in px on an element of ours. */
export function move(element: HTMLElement, lengths: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(lengths)) {
    element.style.setProperty(name, `${Math.round(value)}px`);
  }
}

const EDGE = { top: "bottom", right: "left", bottom: "top", left: "right" } as const;

function putArrow(arrow: HTMLElement, { side, arrow: tip }: Position, hidden: boolean): void {
  for (const name of ["left", "top"]) arrow.style.removeProperty(name);
  if (tip === null || hidden) {
    delete arrow.dataset.side;
    return;
  }
  arrow.dataset.side = EDGE[side];
  const half = 6;
  move(arrow, { [side === "top" || side === "bottom" ? "left" : "top"]: tip - half });
}
