import { overlap, type Rect } from "../../model/rect.ts";
import { cropAround, pixelsOf } from "./crop.ts";
import type { TabSight } from "./hidden-areas.ts";

/** What becomes of a picture, in its pixels. */
export interface Painting {
  /** What is left of it. */
  crop: Rect;
  /** Painted over. */
  hidden: Rect[];
  /** What the step is about. */
  target?: Rect;
  /** A line is drawn around the target. */
  outlined: boolean;
  /** Pixels to one CSS px: how thick lines are. */
  scale: number;
}

/** By how many pixels the sides of a picture may differ from what the window's size says: browsers round. */
const ROUNDING = 2;

/**
 * How a picture of a tab is to be painted; undefined if it is not of the window that was seen, as after the window
 * changed its size.
 */
export function planPainting(
  picture: { width: number; height: number },
  { viewport, hidden }: TabSight,
  target: Rect | undefined,
): Painting | undefined {
  const width = picture.width / viewport.width;
  const height = picture.height / viewport.height;
  if (!(width > 0) || Math.abs(picture.height - viewport.height * width) > ROUNDING) {
    return undefined;
  }
  const scale = { width, height };
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const crop = overlap(pixelsOf(cropAround(target, viewport), scale), whole) ?? whole;
  const seen = target && overlap(pixelsOf(target, scale), crop);
  return {
    crop,
    hidden: hidden.flatMap((box) => overlap(pixelsOf(box, scale), crop) ?? []),
    ...(seen && { target: seen }),
    outlined: seen !== undefined,
    scale: width,
  };
}
