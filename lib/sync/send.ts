import { retryAfter } from "../model/back-off.ts";
import { parseJson } from "../model/parse.ts";
import { WireReply } from "../model/wire.ts";
import type { PackedBatch } from "./batch.ts";
import { ask, excuse, serverWords } from "./http.ts";
import type { Network } from "./ports.ts";
import { WORDS } from "./words.ts";

/** What the server said of a batch. */
export type Verdict =
  /** Each message named is settled; those not named stay. */
  | { is: "settled"; accepted: string[]; rejected: { id: string; reason: string }[] }
  /** No verdict: send the same again later. */
  | { is: "later"; error: string; retryAfterMs: number | null }
  | { is: "too-large" }
  /** One of the messages spoils the batch. */
  | { is: "refused"; reason: string };

export async function sendBatch(
  network: Network & { now: () => number },
  server: string,
  writeKey: string,
  batch: PackedBatch,
): Promise<Verdict> {
  const answer = await ask(network, `${server}/v1/batch`, writeKey, {
    method: "POST",
    body: batch.body,
    headers: { "Content-Type": "application/json" },
  });
  if ("unanswered" in answer) return later(answer.unanswered);
  const { status, headers, text } = answer;
  if (status === 413) return { is: "too-large" };
  if (status >= 200 && status < 300) return readReply(text, batch);
  const error = excuse(status);
  if (error !== null) return later(error, retryAfter(headers.get("Retry-After"), network.now()));
  return { is: "refused", reason: WORDS.refused(status, serverWords(text)) };
}

function later(error: string, retryAfterMs: number | null = null): Verdict {
  return { is: "later", error, retryAfterMs };
}

function readReply(text: string, { items }: PackedBatch): Verdict {
  const reply = parseJson(WireReply, text);
  if (!reply.ok) return later(WORDS.garbled);
  const open = new Set(items.map(({ id }) => id));
  const accepted: string[] = [];
  const rejected: { id: string; reason: string }[] = [];
  for (const { messageId, status, reason } of reply.value.results) {
    if (messageId === null || !open.delete(messageId)) continue;
    if (status === "rejected") rejected.push({ id: messageId, reason: reason ?? "rejected" });
    else accepted.push(messageId);
  }
  if (open.size === items.length) return later(WORDS.silent);
  return { is: "settled", accepted, rejected };
}
