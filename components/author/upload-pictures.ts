import * as z from "zod/mini";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";
import type { Session } from "./ports.ts";

const Known = z.object({ items: z.array(z.object({ asset: z.string() })) });
const Sent = z.object({ asset: z.string() });

export interface UploadPorts {
  fetch: typeof fetch;
  /** A picture of this device. */
  read(asset: string): Promise<{ content: ArrayBuffer } | undefined>;
  /** How many of how many are there. */
  onProgress?(done: number, of: number): void;
}

/**
 * Sends pictures that the server lacks, those first that are named first; the only way on which a picture leaves the
 * device. Called again after a failure it goes on with the rest. P12.
 */
export async function uploadPictures(
  session: Session,
  assets: readonly string[],
  { fetch, read, onProgress }: UploadPorts,
): Promise<Outcome<null, QueryError>> {
  const ask = createAskServer(session, fetch);
  const known = await ask("/v1/assets", Known);
  if (!known.ok) return known;
  const there = new Set(known.value.items.map(({ asset }) => asset));
  const lacking = [...new Set(assets)].filter((asset) => !there.has(asset));
  for (const [at, asset] of lacking.entries()) {
    onProgress?.(at, lacking.length);
    const name = `picture ${asset.slice(0, 12)}… (${at + 1} of ${lacking.length})`;
    const picture = await read(asset);
    if (!picture) {
      const detail = `${name} is neither on this device nor on the server; take it out of its step, or put it in anew`;
      return { ok: false, error: { code: "missing", detail } };
    }
    const body = new Uint8Array(picture.content);
    const sent = await ask("/v1/assets", Sent, { method: "POST", body });
    if (!sent.ok) {
      const { detail = "no reason was given" } = sent.error;
      return { ok: false, error: { ...sent.error, detail: `${name}: ${detail}` } };
    }
  }
  onProgress?.(lacking.length, lacking.length);
  return { ok: true, value: null };
}
