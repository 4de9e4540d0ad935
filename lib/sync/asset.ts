import { askBytes } from "./http.ts";
import type { Network } from "./ports.ts";
import { sha256 } from "./sha256.ts";

export interface AssetDeps extends Network {
  /** Base address without a final "/". */
  server: string;
  writeKey: string;
}

/** The bytes of a picture, if the server has it and they are what its name says. Never throws. C17 of docs/spec/sync.md. */
export async function fetchAsset(
  { server, writeKey, ...network }: AssetDeps,
  asset: string,
): Promise<ArrayBuffer | null> {
  const answer = await askBytes(network, `${server}/v1/assets/${asset}`, writeKey);
  if ("unanswered" in answer || answer.status !== 200) return null;
  return (await sha256(answer.content)) === asset ? answer.content : null;
}
