import { type Asset, assetsOf } from "../model/asset.ts";
import type { Bundle } from "../model/bundle.ts";
import { keepAsset, keptAssets, ROOM, useAsset } from "../store/assets.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { fetchAsset } from "../sync/asset.ts";
import { base64OfBytes } from "../sync/base64.ts";
import type { Platform } from "./platform.ts";

/**
 * Bytes of pictures of guides in pages that are fetched before anybody needs them; the others come when they are shown.
 * How-tos, which are read without a network too, may take the rest of the room.
 */
const AHEAD = 8 * 1024 * 1024;

export interface Assets {
  /** A picture of a published guide as a `data:` address, from here or from the server; null if it cannot be had. */
  address(asset: string): Promise<string | null>;
  /** Fetches pictures of the bundle that are not here yet. */
  prefetch(): Promise<void>;
}

/** The pictures of guides. Pages never fetch one themselves: their policy may forbid it, and it would tell of us. */
export function createAssets(platform: Platform, store: Store): Assets {
  const current = async () => (await store.get("bundle", "current"))?.bundle;
  const published = async () => (await current())?.assets ?? [];

  const fetchAndKeep = async ({ asset, type, bytes }: Asset): Promise<ArrayBuffer | null> => {
    const connection = await getMeta(store, "connection");
    if (!connection) return null;
    const { server, writeKey } = connection;
    const timeout = (ms: number) => AbortSignal.timeout(ms);
    const request = (url: string, init: RequestInit) => platform.fetch(url, init);
    const content = await fetchAsset({ fetch: request, timeout, server, writeKey }, asset);
    if (content) await keepAsset(store, { asset, type, bytes, content, usedAt: platform.now() });
    return content;
  };

  const prefetch = async () => {
    const bundle = await current();
    const kept = await keptAssets(store);
    for (const one of bundle ? plannedAhead(bundle) : []) {
      // A server that does not answer now is asked again with the next bundle.
      if (!kept.has(one.asset) && !(await fetchAndKeep(one))) return;
    }
  };
  let running: Promise<void> | undefined;

  return {
    async address(asset) {
      const known = (await published()).find((one) => one.asset === asset);
      if (!known) return null;
      const content =
        (await useAsset(store, asset, platform.now()))?.content ?? (await fetchAndKeep(known));
      return content && `data:${known.type};base64,${base64OfBytes(new Uint8Array(content))}`;
    },
    prefetch() {
      running ??= prefetch().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** Pictures to be here beforehand, the most urgent first; all of them fit into the store. */
export function plannedAhead({ guides, assets = [] }: Bundle): Asset[] {
  const howTos = guides.filter(({ body }) => body.kind === "how-to");
  const read = new Set(howTos.flatMap(({ body }) => assetsOf(body).map(({ asset }) => asset)));
  const inPages = within(
    assets.filter(({ asset }) => !read.has(asset)),
    AHEAD,
  );
  return [
    ...inPages,
    ...within(
      assets.filter(({ asset }) => read.has(asset)),
      ROOM - sum(inPages),
    ),
  ];
}

/** The first of them that have room; one that is too large leaves it to smaller ones. */
function within(assets: readonly Asset[], room: number): Asset[] {
  let left = room;
  return assets.filter(({ bytes }) => {
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
}

function sum(assets: readonly Asset[]): number {
  return assets.reduce((before, { bytes }) => before + bytes, 0);
}
