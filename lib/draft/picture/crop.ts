import { overlap, type Rect } from "../../model/rect.ts";

type Size = Pick<Rect, "width" | "height">;

/** Width to height: that of most screens, so that pictures of one guide stand beside each other well. */
const ASPECT = 16 / 10;
/** CSS px. Less shows too little of the page to know where one is. */
const LEAST_WIDTH = 800;
/** A target fills at most this much of the width or height. */
const SHARE = 0.5;

/**
 * The part of a window that a picture of a step shows, in CSS px: around its target, with that in the middle as far as
 * the window reaches; without a target all of it. Of even aspect as long as the window is as large.
 */
export function cropAround(target: Rect | undefined, window: Size): Rect {
  const whole = { x: 0, y: 0, width: window.width, height: window.height };
  const seen = target && overlap(target, whole);
  if (!seen) return whole;
  const wanted = Math.max(LEAST_WIDTH, seen.width / SHARE, (seen.height / SHARE) * ASPECT);
  const width = Math.min(window.width, Math.round(wanted));
  const height = Math.min(window.height, Math.round(wanted / ASPECT));
  return {
    x: within(seen.x + seen.width / 2 - width / 2, window.width - width),
    y: within(seen.y + seen.height / 2 - height / 2, window.height - height),
    width,
    height,
  };
}

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most));
}

/** The whole pixels of a picture that a box touches. `scale` pixels are one CSS px. */
export function pixelsOf(box: Rect, scale: Size): Rect {
  const x = Math.floor(box.x * scale.width);
  const y = Math.floor(box.y * scale.height);
  return {
    x,
    y,
    width: Math.ceil((box.x + box.width) * scale.width) - x,
    height: Math.ceil((box.y + box.height) * scale.height) - y,
  };
}
