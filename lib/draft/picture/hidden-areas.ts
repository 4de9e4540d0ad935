import { overlap, type Rect, through } from "../../model/rect.ts";
import type { FrameSight } from "../../model/sight.ts";

/** What the frames of a tab said, put together in CSS px of the top window. */
export interface TabSight {
  viewport: { width: number; height: number };
  /** What a picture must not show. */
  hidden: Rect[];
  /** Takes a box in the window of a frame, by the number of the frame, to the top window; undefined: nobody can tell. */
  place(frame: number, box: Rect): Rect | undefined;
}

interface Said {
  frame: number;
  sight: FrameSight;
}

/**
 * Undefined where the top frame said nothing, or its window is magnified, so that nobody can tell what a picture would
 * show where. A frame that said nothing is hidden as a whole: what is in it is nobody's to show.
 */
export function putTogether(said: readonly Said[]): TabSight | undefined {
  const byPath = new Map(said.map((one) => [String(one.sight.path), one]));
  const top = byPath.get("");
  if (!top || said.some(({ sight }) => sight.magnified)) return undefined;
  const ways = new Map<number, Way>();
  const hidden: Rect[] = [];

  const visit = ({ frame, sight }: Said, way: Way) => {
    if (ways.has(frame)) return;
    ways.set(frame, way);
    const hide = (box: Rect) => hidden.push(...way(box));
    for (const box of sight.sensitive) hide(box);
    for (const { index, box, matrix } of sight.frames) {
      const inner = index === null ? undefined : byPath.get(String([...sight.path, index]));
      if (!inner) {
        hide(box);
        continue;
      }
      visit(inner, (within) => {
        const part = overlap(through(matrix, within), box);
        return part ? way(part) : [];
      });
    }
  };
  visit(top, (box) => [box]);
  return {
    viewport: top.sight.viewport,
    hidden,
    place: (frame, box) => ways.get(frame)?.(box)[0],
  };
}

/** From a frame's window to the top one; empty where nothing of it can be seen there. */
type Way = (box: Rect) => Rect[];

/** Whether two looks at a tab, one before and one after a picture was taken, saw the same things hidden. */
export function sawTheSame(before: TabSight, after: TabSight): boolean {
  return keyOf(before) === keyOf(after);
}

/** To half a pixel: measuring twice is not always the same to the last digit. */
function keyOf({ viewport, hidden }: TabSight): string {
  const boxes = hidden.map(({ x, y, width, height }) =>
    [x, y, width, height].map((length) => Math.round(length * 2)).join(),
  );
  return [viewport.width, viewport.height, ...boxes.sort()].join(" ");
}
