import { retryAfter } from "../model/back-off.ts";
import { type Bundle, type BundleKey, SignedBundle } from "../model/bundle.ts";
import { parseJson, type Result } from "../model/parse.ts";
import { followHandovers, readHandovers } from "./handover.ts";
import { ask, excuse, serverWords } from "./http.ts";
import type { Network } from "./ports.ts";
import { type Pinned, verifyBundle } from "./verify.ts";
import { WORDS } from "./words.ts";

export interface PullDeps extends Network {
  /** Base address without a final "/". */
  server: string;
  writeKey: string;
  pinned: Pinned;
  /** Epoch ms. */
  now: () => number;
}

/** `refused`: what came is not to be trusted. `failed`: nothing came. Either way the old bundle stays in force. */
export type PullResult =
  | { status: "unchanged" }
  | { status: "updated"; bundle: Bundle; etag: string | null; signedBy: BundleKey }
  | { status: "refused"; reason: string }
  | { status: "failed"; reason: string; retryAfterMs: number | null };

/** Asks for a bundle newer than `current` (C10 to C13 and C22 of docs/spec/sync.md). Never throws. */
export async function pullBundle(
  deps: PullDeps,
  current: { etag: string | null; revision: number } | null,
): Promise<PullResult> {
  const answer = await ask(deps, `${deps.server}/v1/bundle`, deps.writeKey, {
    headers: current?.etag ? { "If-None-Match": current.etag } : {},
  });
  if ("unanswered" in answer) {
    return { status: "failed", reason: answer.unanswered, retryAfterMs: null };
  }
  const { status, headers, text } = answer;
  if (status === 304 && current) return { status: "unchanged" };
  if (status !== 200) return failure(deps, answer);
  const signed = parseJson(SignedBundle, text);
  if (!signed.ok)
    return { status: "refused", reason: "The server's answer is not a signed bundle." };
  const key = await trustedKey(deps, signed.value.keyId);
  if (!key.ok) return key.error;
  const verified = await verifyBundle(signed.value, key.value, deps.pinned);
  if (!verified.ok) return { status: "refused", reason: verified.error };
  const bundle = verified.value;
  if (current && bundle.revision < current.revision) {
    const reason = `The bundle is older (revision ${bundle.revision}) than the one here (${current.revision}).`;
    return { status: "refused", reason };
  }
  if (bundle.revision === current?.revision) return { status: "unchanged" };
  return { status: "updated", bundle, etag: headers.get("ETag"), signedBy: key.value };
}

/** The key of this name if the device trusts it: the pinned one, the announced one, or one that these vouch for. */
async function trustedKey(deps: PullDeps, keyId: string): Promise<Result<BundleKey, PullResult>> {
  const { keyId: pinnedId, publicKey, nextKey, workspace } = deps.pinned;
  const trusted = [{ keyId: pinnedId, publicKey }, ...(nextKey ? [nextKey] : [])];
  const known = trusted.find((key) => key.keyId === keyId);
  if (known) return { ok: true, value: known };
  const answer = await ask(deps, `${deps.server}/v1/bundle/handovers`, deps.writeKey);
  if ("unanswered" in answer) {
    const error: PullResult = { status: "failed", reason: answer.unanswered, retryAfterMs: null };
    return { ok: false, error };
  }
  if (answer.status !== 200 && answer.status !== 404) {
    return { ok: false, error: failure(deps, answer) };
  }
  const handed = await followHandovers(trusted, keyId, workspace, readHandovers(answer.text));
  return handed
    ? { ok: true, value: handed }
    : { ok: false, error: { status: "refused", reason: WORDS.strangeKey(keyId) } };
}

function failure(
  { now }: PullDeps,
  { status, headers, text }: { status: number; headers: Headers; text: string },
): PullResult {
  return {
    status: "failed",
    reason: excuse(status) ?? WORDS.refused(status, serverWords(text)),
    retryAfterMs: retryAfter(headers.get("Retry-After"), now()),
  };
}
