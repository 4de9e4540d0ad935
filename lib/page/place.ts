import type { Placement } from "../model/guide.ts";
import { type Position, position, type Rect } from "./position.ts";
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
}

/**
 * Keeps card, arrow and ring at the target for as long as the signal lasts, through scrolling, resizing and
 * layout shifts, without polling. The card is in the top layer, so window coordinates are all it needs.
 */
export function place(
  target: Target,
  { card, arrow, ring, beacon }: Parts,
  wanted: Placement,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let box: Rect | undefined;
  let hidden = false;
  const update = () => {
    if (signal.aborted || !box) return;
    if (card && arrow) putCard(card, arrow, box, wanted, hidden);
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
  const sizes = new ResizeObserver(safely);
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
  delete card.dataset.placed;
  for (const name of ["left", "top", "max-height"]) card.style.removeProperty(name);
}

function putCard(
  card: HTMLElement,
  arrow: HTMLElement,
  box: Rect,
  wanted: Placement,
  hidden: boolean,
): void {
  card.style.removeProperty("max-height");
  const size = { width: card.offsetWidth, height: card.offsetHeight, least: leastHeight(card) };
  const space = { width: innerWidth, height: innerHeight };
  const at = position(box, size, space, wanted === "auto" ? "bottom" : wanted);
  move(card, { left: at.x, top: at.y, "max-height": at.maxHeight });
  card.dataset.placed = "true";
  putArrow(arrow, at, hidden);
}

/** Of a text that has to be scrolled, a few lines can be seen, and always all buttons. */
function leastHeight(card: HTMLElement): number {
  const body = card.querySelector<HTMLElement>(".body")?.offsetHeight ?? 0;
  return card.offsetHeight - Math.max(0, body - LEAST_BODY_PX);
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
