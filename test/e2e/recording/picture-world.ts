import { captureTab, lookForSensitive } from "../../../lib/background/browser-pictures.ts";
import { paintPicture } from "../../../lib/background/paint-picture.ts";
import { createPictures, type PictureOrder } from "../../../lib/background/pictures.ts";
import type { Rect } from "../../../lib/model/rect.ts";
import { openAuthoring } from "../../../lib/store/authoring/database.ts";
import { readPicture } from "../../../lib/store/authoring/pictures.ts";

/** What tests call in the extension's worker: pictures as a recording takes them, and what is in them. */

const store = openAuthoring();
const taking = store.then((opened) =>
  createPictures(
    {
      now: () => Date.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      pictures: { look: lookForSensitive, capture: captureTab, paint: paintPicture },
    },
    opened,
    (error) => console.error(error),
  ),
);

const raw = new Map<number, Blob>();

const pictureWorld = {
  take: async (order: Omit<PictureOrder, "at">) => (await taking)({ ...order, at: Date.now() }),
  /** Pictures of recorded steps. */
  async pictured(): Promise<string[]> {
    const steps = await (await store).getAll("recorded");
    return steps.flatMap(({ picture }) => picture ?? []);
  },
  /** Takes the tab as it is, for `differing`. */
  async takeRaw(tab: number): Promise<boolean> {
    const picture = await captureTab(tab).catch(() => null);
    if (picture) raw.set(tab, picture);
    return picture !== null;
  },
  /** Address of a stored picture, and what is known of it. */
  async read(asset: string) {
    const picture = await readPicture(await store, asset);
    if (!picture) return null;
    const { content, madeAt, ...rest } = picture;
    const bytes = Array.from(new Uint8Array(content), (byte) => String.fromCharCode(byte));
    return { ...rest, bytes: content.byteLength, base64: btoa(bytes.join("")) };
  },
  /** Of a part of the tab: how many of its pixels are others in a stored picture, which begins at `from`. */
  async differing(
    asset: string,
    tab: number,
    part: Rect,
    from: { x: number; y: number },
  ): Promise<number> {
    const picture = await readPicture(await store, asset);
    const other = raw.get(tab);
    if (!picture || !other) throw new Error("there is no picture to compare");
    const [one, two] = await Promise.all([
      pixels(new Blob([picture.content]), { ...part, x: part.x - from.x, y: part.y - from.y }),
      pixels(other, part),
    ]);
    let count = 0;
    for (let at = 0; at < one.length; at += 4) {
      if ([0, 1, 2].some((channel) => one[at + channel] !== two[at + channel])) count++;
    }
    return count;
  },
};

async function pixels(picture: Blob, { x, y, width, height }: Rect): Promise<Uint8ClampedArray> {
  const image = await createImageBitmap(picture);
  const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
  if (!brush) throw new Error("no canvas");
  brush.drawImage(image, 0, 0);
  return brush.getImageData(x, y, width, height).data;
}

export type PictureWorld = typeof pictureWorld;

Object.assign(globalThis, { pictureWorld });
