import { assetsOf } from "../../model/asset.ts";
import { sha256 } from "../../sync/sha256.ts";
import type { AuthoringStore, PictureRecord } from "./database.ts";

/** Keeps a picture under the name that its bytes give it, and answers with that. */
export async function keepPicture(
  store: AuthoringStore,
  picture: Omit<PictureRecord, "asset">,
): Promise<string> {
  const asset = await sha256(picture.content);
  await store.put("pictures", { ...picture, asset });
  return asset;
}

export function readPicture(
  store: AuthoringStore,
  asset: string,
): Promise<PictureRecord | undefined> {
  return store.get("pictures", asset);
}

/** Nothing names a new picture before its step is stored, and an undo can name one again. */
const SPARE_MS = 24 * 60 * 60 * 1000;

/** Deletes pictures that no draft and no recording has named for a day. Answers with their names. */
export async function dropSparePictures(store: AuthoringStore, now: number): Promise<string[]> {
  const names = ["pictures", "recordings", "recorded", "drafts"] as const;
  const transaction = store.transaction(names, "readwrite");
  const pictures = transaction.objectStore("pictures");
  const recordings = await transaction.objectStore("recordings").getAll();
  const recorded = await transaction.objectStore("recorded").getAll();
  const drafts = await transaction.objectStore("drafts").getAll();
  const named = new Set([
    ...recordings.flatMap(({ early = {} }) => Object.values(early)),
    ...recorded.flatMap(({ picture }) => picture ?? []),
    ...drafts.flatMap(({ guide }) => assetsOf(guide).map(({ asset }) => asset)),
  ]);
  const dropped: string[] = [];
  for (const asset of await pictures.getAllKeys()) {
    if (named.has(asset)) continue;
    const picture = await pictures.get(asset);
    if (!picture || picture.madeAt > now - SPARE_MS) continue;
    await pictures.delete(asset);
    dropped.push(asset);
  }
  await transaction.done;
  return dropped;
}
