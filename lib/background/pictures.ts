import { putTogether, sawTheSame, type TabSight } from "../draft/picture/hidden-areas.ts";
import { type Painting, planPainting } from "../draft/picture/painting.ts";
import { parse } from "../model/parse.ts";
import type { Rect } from "../model/rect.ts";
import { FrameSight } from "../model/sight.ts";
import type { AuthoringStore, PictureRecord } from "../store/authoring/database.ts";
import { keepPicture } from "../store/authoring/pictures.ts";
import { createShutter } from "./shutter.ts";

export type Painted = Omit<PictureRecord, "asset" | "madeAt">;

export interface PicturePorts {
  /** What each frame of the tab says of itself; nobody knows yet what. Frames that do not answer in time are missing. */
  look(tab: number): Promise<{ frame: number; result: unknown }[]>;
  /** The tab as it is seen; null if it is not in front, or the browser lets nobody take it. */
  capture(tab: number): Promise<Blob | null>;
  /** Null: `plan`, which is told the picture's size in pixels, has none for it. */
  paint(
    picture: Blob,
    plan: (size: { width: number; height: number }) => Painting | undefined,
  ): Promise<Painted | null>;
}

export interface PictureOrder {
  tab: number;
  /** The frame in which something was pressed. */
  frame: number;
  /** What was pressed, CSS px of that frame's window; absent: nothing that has a place. */
  target?: Rect;
  /** When, epoch ms. */
  at: number;
}

/** Takes a picture for a step and answers with its name; null: there is none that may be shown. Never rejects. */
export type TakePicture = (order: PictureOrder) => Promise<string | null>;

/**
 * Pictures of what people press while they record. What must not be seen is painted over before anything is stored;
 * the picture as it was taken is only ever in memory.
 */
export function createPictures(
  platform: { now(): number; wait(ms: number): Promise<void>; pictures: PicturePorts },
  store: AuthoringStore,
  report: (error: unknown) => void,
): TakePicture {
  const { pictures, now, wait } = platform;
  const look = async (tab: number): Promise<TabSight | undefined> => {
    const said = await pictures.look(tab);
    return putTogether(
      said.flatMap(({ frame, result }) => {
        const parsed = parse(FrameSight, result);
        return parsed.ok ? [{ frame, sight: parsed.value }] : [];
      }),
    );
  };
  /** What moved while it was taken stood where nobody can tell in it: then there is none. */
  const shoot = async (tab: number) => {
    const before = await look(tab);
    const picture = before && (await pictures.capture(tab));
    const after = picture && (await look(tab));
    return after && sawTheSame(before, after) ? { picture, sight: after } : null;
  };
  const press = createShutter({
    now,
    wait,
    shoot: (tab) =>
      shoot(tab).catch((error) => {
        report(error);
        return null;
      }),
  });

  return async ({ tab, frame, target, at }) => {
    const taken = await press(tab, at);
    if (!taken) return null;
    const { picture, sight } = taken;
    const placed = target && sight.place(frame, target);
    try {
      const painted = await pictures.paint(picture, (size) => planPainting(size, sight, placed));
      return painted && (await keepPicture(store, { ...painted, madeAt: now() }));
    } catch (error) {
      report(error);
      return null;
    }
  };
}
