import type { Rect } from "../model/rect.ts";
import type { Standing } from "../tour/standing.ts";
import type { Size } from "./position.ts";
import { type Measured, measure, putCard } from "./put-card.ts";
import { set } from "./set-style.ts";
import { putSpotlight } from "./spotlight.ts";
import type { Target } from "./target.ts";

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
 * layout shifts, without polling. The card is in the top layer, so window coordinates are all it needs. What it does
 * later it does by `safely`, which throws nothing into the host.
 */
export function place(
  target: Target,
  parts: Parts,
  standing: Standing,
  safely: (task: () => void) => void,
  signal: AbortSignal,
): void {
  const { card, arrow, ring, beacon } = parts;
  let box: Rect | undefined;
  let hidden = false;
  /** Measuring costs a layout, so it is done once for each size. */
  let size: Measured | undefined;
  /** What the card became in its place. */
  let given: Size | undefined;
  let drawn = "";
  const update = () => {
    if (signal.aborted || !box) return;
    const { x, y, width, height } = box;
    const now = [x, y, width, height, innerWidth, innerHeight, hidden].join();
    if (size && now === drawn) return;
    drawn = now;
    size ??= measure(card ?? ring, standing);
    if (card && arrow) given = putCard(card, arrow, box, size, standing.offset, hidden);
    if (beacon) putBeacon(beacon, box, hidden);
    putSpotlight(ring, box, hidden || !card);
  };
  const sizes = new ResizeObserver(([entry]) => {
    const now = entry?.borderBoxSize[0];
    if (now && given && isNear(now.inlineSize, given.width) && isNear(now.blockSize, given.height))
      return;
    size = undefined;
    safely(update);
  });
  signal.addEventListener("abort", () => sizes.disconnect(), { once: true });
  // It may have stood at an edge of the window.
  delete card?.dataset.away;
  target.follow((at, isHidden) => {
    box = at;
    hidden = isHidden;
    safely(update);
  }, signal);
  if (card) sizes.observe(card);
  // What has not told yet where it is.
  if (!box) unpoint(parts);
}

/** Nothing is pointed at. */
export function unpoint({ arrow, ring, beacon }: Parts): void {
  delete arrow?.dataset.side;
  delete beacon?.dataset.on;
  delete ring.dataset.on;
}

/** The card stands where cards without a target do. */
export function unplace(card: HTMLElement): void {
  for (const name of ["placed", "at", "away"]) delete card.dataset[name];
  for (const name of ["translate", "left", "top", "max-height"]) card.style.removeProperty(name);
}

/** Within what rounding does to a length. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1;
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
