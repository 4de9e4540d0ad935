import type { Rect, Size } from "./position.ts";

export type BannerPlace = "top" | "bottom" | "away";

/** What a banner must not cover: not at all, as a field that is written in, or not wholly, as anything else. */
export interface Obstacle {
  box: Rect;
  whole: boolean;
}

/** Space between banner and window; the same as in card.css. */
const EDGE = 8;

/** The wanted edge, else the other one, else nowhere for as long as the focus is there. */
export function bannerPlace(
  obstacle: Obstacle | undefined,
  card: Size,
  window: Size,
  wanted: "top" | "bottom",
): BannerPlace {
  const other = wanted === "top" ? "bottom" : "top";
  const isFree = (edge: "top" | "bottom") => !obstacle || !covers(edge, obstacle, card, window);
  if (isFree(wanted)) return wanted;
  return isFree(other) ? other : "away";
}

function covers(
  edge: "top" | "bottom",
  { box, whole }: Obstacle,
  card: Size,
  window: Size,
): boolean {
  const left = (window.width - card.width) / 2;
  const top = edge === "top" ? EDGE : window.height - EDGE - card.height;
  const [right, bottom] = [left + card.width, top + card.height];
  const [boxRight, boxBottom] = [box.x + box.width, box.y + box.height];
  return whole
    ? box.x < right && boxRight > left && box.y < bottom && boxBottom > top
    : box.x >= left && boxRight <= right && box.y >= top && boxBottom <= bottom;
}
