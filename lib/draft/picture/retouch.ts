import type { Rect } from "../../model/rect.ts";

/** What an author changes of a picture, in its pixels. */
export interface Retouch {
  /** What is left of it. */
  crop: Rect;
  /** Painted over, besides what is painted over already. */
  hidden: readonly Rect[];
}

type Size = Pick<Rect, "width" | "height">;
export interface Point {
  x: number;
  y: number;
}
/** Top or bottom, left or right. */
export type Corner = "tl" | "tr" | "br" | "bl";

/** Shorter sides cannot be seen, nor got hold of. In pixels. */
export const LEAST_SIDE = 8;

export function untouched({ width, height }: Size): Retouch {
  return { crop: { x: 0, y: 0, width, height }, hidden: [] };
}

/** The box between two corners, within the picture and in whole pixels. */
export function boxBetween(one: Point, other: Point, picture: Size): Rect {
  const [left, right] = ordered(one.x, other.x, picture.width);
  const [top, bottom] = ordered(one.y, other.y, picture.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Two ends within 0 to `most`, at least `LEAST_SIDE` apart. */
function ordered(one: number, other: number, most: number): [number, number] {
  const low = clamp(Math.min(one, other), 0, most - LEAST_SIDE);
  return [low, Math.max(clamp(Math.max(one, other), 0, most), low + LEAST_SIDE)];
}

/** As far as the picture reaches. */
export function moved(box: Rect, by: Point, picture: Size): Rect {
  return {
    ...box,
    x: clamp(box.x + by.x, 0, picture.width - box.width),
    y: clamp(box.y + by.y, 0, picture.height - box.height),
  };
}

/** The opposite corner stays where it is. */
export function resized(box: Rect, corner: Corner, by: Point, picture: Size): Rect {
  let { x: left, y: top } = box;
  let right = left + box.width;
  let bottom = top + box.height;
  if (corner.endsWith("l")) left = clamp(left + by.x, 0, right - LEAST_SIDE);
  else right = clamp(right + by.x, left + LEAST_SIDE, picture.width);
  if (corner.startsWith("t")) top = clamp(top + by.y, 0, bottom - LEAST_SIDE);
  else bottom = clamp(bottom + by.y, top + LEAST_SIDE, picture.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
}
