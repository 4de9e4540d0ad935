import type { AssetType } from "../model/asset.ts";
import type { Store } from "./schema.ts";

/** Bytes of pictures that are kept; the least recently used go first. */
export const ROOM = 32 * 1024 * 1024;

/** A picture of a guide, checked against its name when it came. */
export interface AssetRecord {
  /** SHA-256 of the content. */
  asset: string;
  type: AssetType;
  content: ArrayBuffer;
  bytes: number;
  /** Epoch ms. */
  usedAt: number;
}

/** The picture, which counts as used now; undefined if it is not kept here. */
export async function useAsset(
  store: Store,
  asset: string,
  now: number,
): Promise<AssetRecord | undefined> {
  const transaction = store.transaction("assets", "readwrite");
  const found = await transaction.store.get(asset);
  if (found) await transaction.store.put({ ...found, usedAt: now });
  await transaction.done;
  return found;
}

/** Keeps a picture, and lets go of others for as long as all of them are more than `room` bytes. */
export async function keepAsset(store: Store, record: AssetRecord, room = ROOM): Promise<void> {
  const transaction = store.transaction("assets", "readwrite");
  await transaction.store.put(record);
  const kept: { asset: string; bytes: number }[] = [];
  let cursor = await transaction.store.index("use").openKeyCursor();
  for (; cursor; cursor = await cursor.continue()) {
    kept.push({ asset: cursor.primaryKey, bytes: cursor.key[1] });
  }
  let sum = kept.reduce((before, { bytes }) => before + bytes, 0);
  for (const { asset, bytes } of kept) {
    if (sum <= room) break;
    if (asset === record.asset) continue;
    await transaction.store.delete(asset);
    sum -= bytes;
  }
  await transaction.done;
}

/** Names of the pictures that are kept. */
export async function keptAssets(store: Store): Promise<Set<string>> {
  return new Set(await store.getAllKeys("assets"));
}
