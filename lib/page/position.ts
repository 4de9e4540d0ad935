import type { Rect } from "../model/rect.ts";

/** Where a card stands beside its target: plain geometry in window coordinates, px. */

export type Size = Pick<Rect, "width" | "height">;

export interface CardSize extends Size {
  /** It would rather cover its target than be lower than this. */
  least: number;
}

export type Side = "top" | "right" | "bottom" | "left";

export interface Position {
  x: number;
  y: number;
  /** Height that is left for the card where its own does not fit. */
  maxHeight: number;
  /** Side of the target that the card stands on. */
  side: Side;
  /** From the start of the card's edge to the tip of the arrow; null where an arrow would miss the target. */
  arrow: number | null;
}

const GAP = 14;
const EDGE = 8;
/** An arrow stays clear of the rounded corners. */
const CORNER = 16;

const OPPOSITE = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;

/** Tries the wanted side, the opposite one and the other two; the card never leaves the window. */
export function position(
  target: Rect,
  card: CardSize,
  window: Size,
  wanted: Side,
  align: -1 | 0 | 1 = 0,
  gap = GAP,
): Position {
  const others: Side[] = isVertical(wanted) ? ["right", "left"] : ["bottom", "top"];
  const sides: Side[] = [wanted, OPPOSITE[wanted], ...others];
  const fitting = sides.find((side) => fits(side, target, card, window, gap));
  const side = fitting ?? roomiest(sides, target, window, gap);
  const room = roomOn(side, target, window, gap);
  const whole = window.height - 2 * EDGE;
  const maxHeight = isVertical(side) ? Math.min(whole, Math.max(card.least, room)) : whole;
  const height = Math.min(card.height, maxHeight);
  const x = clamp(wish(side, "x", target, card.width, align, gap), card.width, window.width);
  const y = clamp(wish(side, "y", target, height, align, gap), height, window.height);
  const along = isVertical(side)
    ? middle(target.x, target.width) - x
    : middle(target.y, target.height) - y;
  const length = isVertical(side) ? card.width : height;
  const touches = fitting !== undefined && along >= CORNER && along <= length - CORNER;
  return { x, y, maxHeight, side, arrow: touches ? along : null };
}

/** Room for a card beside the target, px. */
function roomOn(side: Side, target: Rect, window: Size, gap: number): number {
  const room = {
    top: target.y,
    bottom: window.height - target.y - target.height,
    left: target.x,
    right: window.width - target.x - target.width,
  };
  return room[side] - gap - EDGE;
}

function fits(side: Side, target: Rect, card: Size, window: Size, gap: number): boolean {
  const across = isVertical(side) ? card.height : card.width;
  const along = isVertical(side)
    ? card.width <= window.width - 2 * EDGE
    : card.height <= window.height - 2 * EDGE;
  return along && roomOn(side, target, window, gap) >= across;
}

/** A card that fits nowhere goes above or below, where it can be made lower. */
function roomiest(sides: readonly Side[], target: Rect, window: Size, gap: number): Side {
  const vertical = sides.filter(isVertical);
  return vertical.reduce((best, side) =>
    roomOn(side, target, window, gap) > roomOn(best, target, window, gap) ? side : best,
  );
}

function wish(
  side: Side,
  axis: "x" | "y",
  target: Rect,
  length: number,
  align: -1 | 0 | 1,
  gap: number,
): number {
  const extent = axis === "x" ? target.width : target.height;
  const start = axis === "x" ? target.x : target.y;
  if (isVertical(side) === (axis === "x")) {
    return middle(start, extent) - length / 2 + (align * (extent - length)) / 2;
  }
  return side === "top" || side === "left" ? start - gap - length : start + extent + gap;
}

export function covers(a: Rect, b: Rect): boolean {
  return b.x < a.x + a.width && b.x + b.width > a.x && b.y < a.y + a.height && b.y + b.height > a.y;
}

function middle(start: number, length: number): number {
  return start + length / 2;
}

/** What is larger than the window begins at its edge. */
function clamp(start: number, length: number, limit: number): number {
  return Math.max(EDGE, Math.min(start, limit - EDGE - length));
}

function isVertical(side: Side): boolean {
  return side === "top" || side === "bottom";
}
