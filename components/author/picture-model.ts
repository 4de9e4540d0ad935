import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { begin, type History, record, redo, undo } from "../../lib/draft/history.ts";
import {
  boxBetween,
  type Corner,
  moved,
  type Point,
  type Retouch,
  resized,
  untouched,
} from "../../lib/draft/picture/retouch.ts";
import type { Rect } from "../../lib/model/rect.ts";

/** What an author does to a picture: hiding more of it, or showing less. */
export type PictureMode = "hide" | "crop";

export interface PicturePorts {
  /** Its address for this page; null: it cannot be had. */
  load(asset: string): Promise<string | null>;
  /** Size in pixels; rejects if the browser cannot read it. */
  measure(address: string): Promise<{ width: number; height: number }>;
  /** Makes a new picture of it, with all changes burnt in, and answers with its name. */
  save(asset: string, retouch: Retouch, address: string): Promise<string>;
  /** Epoch ms. */
  now(): number;
}

export interface LoadedPicture {
  address: string;
  width: number;
  height: number;
}

/** A picture while its author changes it. */
export interface PictureModel {
  /** Null: it is not loaded yet. */
  picture: ReadonlySignal<LoadedPicture | null>;
  retouch: ReadonlySignal<Retouch>;
  mode: ReadonlySignal<PictureMode>;
  /** The box of `retouch.hidden` that keys and buttons are about. */
  chosen: ReadonlySignal<number | null>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  busy: ReadonlySignal<boolean>;
  /** `load`: it cannot be shown. `save`: it could not be changed; `detail` says why, in English. */
  problem: ReadonlySignal<{ what: "load" | "save"; detail?: string } | null>;
  load(): Promise<void>;
  enter(mode: PictureMode): void;
  choose(box: number | null): void;
  /** Between two corners. */
  draw(one: Point, other: Point): void;
  /** In the middle of what is shown, for who draws without a pointer. */
  add(): void;
  /** The chosen box, or in the mode "crop" what is left. `place` names a movement that is one thing to undo. */
  move(by: Point, place?: string): void;
  resize(corner: Corner, by: Point, place?: string): void;
  /** The chosen box, or else the last. */
  remove(): void;
  uncrop(): void;
  undo(): void;
  redo(): void;
  /** The name of the picture as it is now; null: it could not be made. */
  finish(): Promise<string | null>;
}

/** Of what is shown, in each direction. */
const NEW_SHARE = 0.2;

export function createPictureModel(asset: string, ports: PicturePorts): PictureModel {
  const picture = signal<LoadedPicture | null>(null);
  const history = signal<History<Retouch>>(begin(untouched({ width: 0, height: 0 })));
  const mode = signal<PictureMode>("hide");
  const chosen = signal<number | null>(null);
  const busy = signal(false);
  const problem = signal<{ what: "load" | "save"; detail?: string } | null>(null);
  const present = () => history.peek().present;

  function change(next: Retouch, place?: string) {
    history.value = record(history.peek(), next, ports.now(), place);
  }
  function changeBox(how: (box: Rect, size: LoadedPicture) => Rect, place?: string) {
    const size = picture.peek();
    const { crop, hidden } = present();
    const at = chosen.peek();
    if (!size) return;
    if (mode.peek() === "crop") return change({ crop: how(crop, size), hidden }, place);
    if (at === null) return;
    change({ crop, hidden: hidden.map((box, n) => (n === at ? how(box, size) : box)) }, place);
  }
  function addBox(box: Rect) {
    const { crop, hidden } = present();
    change({ crop, hidden: [...hidden, box] });
    chosen.value = hidden.length;
  }
  function go(to: (past: History<Retouch>) => History<Retouch>) {
    history.value = to(history.peek());
    const at = chosen.peek();
    if (at !== null && at >= present().hidden.length) chosen.value = null;
  }

  return {
    picture: computed(() => picture.value),
    retouch: computed(() => history.value.present),
    mode: computed(() => mode.value),
    chosen: computed(() => chosen.value),
    canUndo: computed(() => history.value.past !== null),
    canRedo: computed(() => history.value.future !== null),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    async load() {
      problem.value = null;
      try {
        const address = await ports.load(asset);
        if (address === null) {
          problem.value = { what: "load" };
          return;
        }
        const size = await ports.measure(address);
        history.value = begin(untouched(size));
        picture.value = { address, ...size };
      } catch (error) {
        problem.value = { what: "load", detail: String(error) };
      }
    },
    enter(next) {
      mode.value = next;
      chosen.value = null;
    },
    choose(box) {
      chosen.value = box;
    },
    draw(one, other) {
      const size = picture.peek();
      if (!size) return;
      const box = boxBetween(one, other, size);
      if (mode.peek() === "crop") change({ ...present(), crop: box });
      else addBox(box);
    },
    add() {
      const { x, y, width, height } = present().crop;
      const size = picture.peek();
      if (!size) return;
      const middle = { x: x + width / 2, y: y + height / 2 };
      const reach = { x: (width * NEW_SHARE) / 2, y: (height * NEW_SHARE) / 2 };
      addBox(
        boxBetween(
          { x: middle.x - reach.x, y: middle.y - reach.y },
          { x: middle.x + reach.x, y: middle.y + reach.y },
          size,
        ),
      );
    },
    move: (by, place) => changeBox((box, size) => moved(box, by, size), place),
    resize: (corner, by, place) => changeBox((box, size) => resized(box, corner, by, size), place),
    remove() {
      const { crop, hidden } = present();
      const at = chosen.peek() ?? hidden.length - 1;
      change({ crop, hidden: hidden.filter((_, n) => n !== at) });
      chosen.value = null;
    },
    uncrop() {
      const size = picture.peek();
      if (size) change({ ...present(), crop: untouched(size).crop });
    },
    undo: () => go(undo),
    redo: () => go(redo),
    async finish() {
      const shown = picture.peek();
      if (!shown || busy.peek()) return null;
      if (isUntouched(present(), shown)) return asset;
      busy.value = true;
      problem.value = null;
      try {
        return await ports.save(asset, present(), shown.address);
      } catch (error) {
        problem.value = { what: "save", detail: String(error) };
        return null;
      } finally {
        busy.value = false;
      }
    },
  };
}

function isUntouched({ crop, hidden }: Retouch, { width, height }: LoadedPicture): boolean {
  return hidden.length === 0 && crop.width === width && crop.height === height;
}
