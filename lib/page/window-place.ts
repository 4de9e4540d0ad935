import type { Rect } from "../model/rect.ts";
import { covers, type Size } from "./position.ts";
import type { Spot } from "./side.ts";

/** What must not be covered: not at all, as a field that is written in, or not wholly, as anything else. */
export interface Obstacle {
  box: Rect;
  whole: boolean;
}

export interface Stood {
  left: number;
  top: number;
  /** Which part of the window that is: -1 left or top, 0 the middle, 1 right or bottom. */
  toX: number;
  toY: number;
}

/** Space that is left at the window's edges whatever is wished, px. */
const EDGE = 8;

/**
 * Where something stands at an edge or in a corner of the window, in px: as wanted, else mirrored so that it leaves the
 * obstacle free; null: nowhere for as long as the obstacle is there.
 */
export function windowPlace(
  { side, align }: Spot,
  size: Size,
  window: Size,
  margin: number,
  obstacle: Obstacle | undefined,
): Stood | null {
  const across = side === "top" || side === "left" ? -1 : 1;
  const [x, y] = side === "top" || side === "bottom" ? [align, across] : [across, align];
  const wishes = [
    [x, y],
    [-x, y],
    [x, -y],
    [-x, -y],
  ] as const;
  for (const [toX, toY] of wishes) {
    const left = along(toX, size.width, window.width, margin);
    const top = along(toY, size.height, window.height, margin);
    if (!obstacle || !hides({ x: left, y: top, ...size }, obstacle)) return { left, top, toX, toY };
  }
  return null;
}

function along(to: number, length: number, limit: number, margin: number): number {
  const wish = (limit - length) / 2 + (to * (limit - length - 2 * margin)) / 2;
  return Math.max(EDGE, Math.min(wish, limit - EDGE - length));
}

function hides(own: Rect, { box, whole }: Obstacle): boolean {
  if (whole) return covers(own, box);
  const [right, bottom] = [own.x + own.width, own.y + own.height];
  const inside = box.x >= own.x && box.y >= own.y;
  return inside && box.x + box.width <= right && box.y + box.height <= bottom;
}
