import { type BundleKey, Handover, HandoverList, type SignedBundle } from "../model/bundle.ts";
import { parseJson } from "../model/parse.ts";
import { isSignedBy } from "./verify.ts";

/** What keys that were replaced say, as the server tells it; nothing of it is believed yet. */
export function readHandovers(text: string): SignedBundle[] {
  const told = parseJson(HandoverList, text);
  return told.ok ? told.value.items : [];
}

/**
 * The key called `wanted`, if one of `trusted` vouches for it, or a key that they vouch for does. C22 of
 * docs/spec/sync.md.
 */
export async function followHandovers(
  trusted: readonly BundleKey[],
  wanted: string,
  workspace: string,
  told: readonly SignedBundle[],
): Promise<BundleKey | undefined> {
  const known = new Map(trusted.map((key) => [key.keyId, key]));
  let left = [...told];
  while (!known.has(wanted)) {
    const next = left.find(({ keyId }) => known.has(keyId));
    if (!next) return undefined;
    left = left.filter((one) => one !== next);
    const { publicKey = "" } = known.get(next.keyId) ?? {};
    const handed = await handedOver(next, publicKey, workspace);
    // The first that is known by a name stays: nobody slips another key under it.
    if (handed && !known.has(handed.keyId)) known.set(handed.keyId, handed);
  }
  return known.get(wanted);
}

async function handedOver(
  { payload, signature }: SignedBundle,
  publicKey: string,
  workspace: string,
): Promise<BundleKey | null> {
  // A browser that cannot check signatures says so of the bundle itself.
  const isReal = await isSignedBy(publicKey, signature, payload).catch(() => false);
  if (!isReal) return null;
  const said = parseJson(Handover, payload);
  return said.ok && said.value.workspace === workspace ? said.value.handsOverTo : null;
}
