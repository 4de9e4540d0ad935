import { backOff, retryAfter } from "../../lib/model/back-off.ts";
import { RULES, sayRule } from "../../lib/model/rule.ts";
import type { Line, Settled } from "./store.ts";

/** `why`: in words, where the number alone says too little. Without status none came. */
export type Answer =
  | { status: number; retryAfter: string | null; why?: string }
  | { status: null; why: string }
  | "refused"
  | "too-large";

/** Statuses that say nothing about the messages: of the key, of the address, or that it is busy. */
const NO_VERDICT = new Set([401, 403, 404, 405, 407, 408, 410, 415, 421, 425, 426, 429, 451]);

/**
 * What an answer means for the messages `ids`, which it has answered all at once. As for a device (C6 to C8 of
 * docs/spec/sync.md): no verdict, no loss; what spoils a request is looked for by halving it, and costs a wait.
 */
export function judge(
  { attempts, size }: Pick<Line, "attempts" | "size">,
  ids: readonly string[],
  answer: Answer,
  { now, random }: { now: number; random: number },
): Settled {
  const kept = { ids: [], sent: 0, dropped: 0, attempts, size, nextAt: null, error: null };
  const status = typeof answer === "string" ? null : answer.status;
  if (status !== null && status >= 200 && status < 300) {
    const larger = size === null ? null : size + Math.ceil(size / 4);
    return { ...kept, ids, sent: ids.length, attempts: 0, size: larger };
  }
  const why =
    typeof answer === "string"
      ? WORDS[answer]
      : (answer.why ?? sayRule("answered", { status: answer.status ?? "" }));
  const later = (settled: Settled): Settled => {
    const asked = typeof answer === "object" && "retryAfter" in answer ? answer.retryAfter : null;
    const wait = Math.max(1, Math.ceil(backOff(attempts + 1, random, retryAfter(asked, now))));
    return { ...settled, attempts: attempts + 1, nextAt: now + wait, error: why };
  };
  const isVerdict =
    answer === "too-large" ||
    (status !== null && status >= 400 && status < 500 && !NO_VERDICT.has(status));
  if (!isVerdict) return later(kept);
  if (ids.length > 1) return { ...kept, size: Math.floor(ids.length / 2), error: why };
  const dropped = { ...kept, ids, dropped: 1, error: why };
  // A target gone wrong must not empty the queue in one go.
  return answer === "too-large" || status === 413 ? dropped : later(dropped);
}

const WORDS = {
  refused: RULES.addressRefused,
  "too-large": RULES.messageSize,
} as const;
