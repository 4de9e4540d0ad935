/** Plain geometry in px. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How what a frame shows lies in the window around it: the six numbers of a CSS matrix. */
export type Mapping = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The box in the window around the frame that holds the box in the frame. */
export function through([a, b, c, d, e, f]: Mapping, { x, y, width, height }: Rect): Rect {
  const w = Math.abs(a) * width + Math.abs(c) * height;
  const h = Math.abs(b) * width + Math.abs(d) * height;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return {
    x: a * middle.x + c * middle.y + e - w / 2,
    y: b * middle.x + d * middle.y + f - h / 2,
    width: w,
    height: h,
  };
}

/** What two boxes have in common; undefined if that is nothing. */
export function overlap(one: Rect, other: Rect): Rect | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
