import { retryAfter } from "../model/back-off.ts";
import type { Bundle } from "../model/bundle.ts";
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
  | { status: "updated"; bundle: Bundle; etag: string | null }
  | { status: "refused"; reason: string }
  | { status: "failed"; reason: string; retryAfterMs: number | null };

/** Asks for a bundle newer than `current` (C10 to C13 of docs/spec/sync.md). Never throws. */
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
  if (status !== 200) {
    const reason = excuse(status) ?? WORDS.refused(status, serverWords(text));
    return {
      status: "failed",
      reason,
      retryAfterMs: retryAfter(headers.get("Retry-After"), deps.now()),
    };
  }
  const verified = await verifyBundle(text, deps.pinned);
  if (!verified.ok) return { status: "refused", reason: verified.error };
  const bundle = verified.value;
  if (current && bundle.revision < current.revision) {
    const reason = `The bundle is older (revision ${bundle.revision}) than the one here (${current.revision}).`;
    return { status: "refused", reason };
  }
  if (bundle.revision === current?.revision) return { status: "unchanged" };
  return { status: "updated", bundle, etag: headers.get("ETag") };
}
