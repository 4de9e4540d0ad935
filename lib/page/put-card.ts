import type { Rect } from "../model/rect.ts";
import type { Standing } from "../tour/standing.ts";
import { type CardSize, covers, type Position, position, type Size } from "./position.ts";
import { isRightToLeft } from "./right-to-left.ts";
import { set } from "./set-style.ts";
import { type Spot, spotOf } from "./side.ts";

const LEAST_BODY_PX = 60;
const HALF_ARROW_PX = 6;
const EDGE = { top: "bottom", right: "left", bottom: "top", left: "right" } as const;

export interface Measured extends CardSize {
  wanted: Spot;
}

/** As it would be with all the room it wants. */
export function measure(card: HTMLElement, { beside }: Standing): Measured {
  card.style.removeProperty("max-height");
  const { offsetWidth: width, offsetHeight: height } = card;
  const wanted = spotOf(beside === "auto" ? "bottom" : beside, isRightToLeft());
  return { width, height, least: leastHeight(card), wanted };
}

/** Puts a card and its arrow beside a box; returns the size that is left to the card. */
export function putCard(
  card: HTMLElement,
  arrow: HTMLElement,
  box: Rect,
  size: Measured,
  offset: number | undefined,
  hidden: boolean,
): Size {
  const space = { width: innerWidth, height: innerHeight };
  const { side, align } = size.wanted;
  const at = position(box, size, space, side, align, offset);
  const given = { ...size, height: Math.min(size.height, at.maxHeight) };
  // Moved without another layout or painting, unlike by its edges.
  set(card, {
    left: "",
    top: "",
    translate: `${Math.round(at.x)}px ${Math.round(at.y)}px`,
    "max-height": given.height < size.height ? `${Math.round(at.maxHeight)}px` : "",
  });
  if (!card.dataset.placed) card.dataset.placed = "true";
  card.toggleAttribute("data-over", covers({ ...at, ...given }, box));
  putArrow(arrow, at, hidden);
  return given;
}

/** Of a text that has to be scrolled, a few lines can be seen, and always all buttons. */
function leastHeight(card: HTMLElement): number {
  const body = card.querySelector<HTMLElement>(".body")?.offsetHeight ?? 0;
  // A warning is little use on top of what it warns of.
  const least = card.dataset.kind === "confirmation" ? LEAST_BODY_PX / 2 : LEAST_BODY_PX;
  return card.offsetHeight - Math.max(0, body - least);
}

function putArrow(arrow: HTMLElement, { side, arrow: tip }: Position, hidden: boolean): void {
  const at = tip === null || hidden ? undefined : `${Math.round(tip - HALF_ARROW_PX)}px`;
  const along = side === "top" || side === "bottom" ? "left" : "top";
  set(arrow, { left: "", top: "", ...(at && { [along]: at }) });
  if (!at) delete arrow.dataset.side;
  else if (arrow.dataset.side !== EDGE[side]) arrow.dataset.side = EDGE[side];
}
