import { retryAfter } from "../model/back-off.ts";
import { parseJson } from "../model/parse.ts";
import { DataExport, DeletionReport } from "../model/privacy.ts";
import { type Answer, ask, excuse, serverWords } from "./http.ts";
import type { Network } from "./ports.ts";
import { WORDS } from "./words.ts";

/** Where to ask, and what proves for whom. */
export interface Asking {
  server: string;
  writeKey: string;
  /** Of the device. */
  secret: string;
  /** What the host's back end signed for the person. */
  token: string | null;
}

export type EraseResult =
  | { is: "done"; deleted: DeletionReport["deleted"] }
  | { is: "later"; error: string; retryAfterMs: number | null }
  | { is: "refused"; reason: string };

/** Asks the server to delete what it has of this device, and of the person where somebody vouches for them. Never throws. */
export async function askToErase(
  network: Network & { now: () => number },
  asking: Asking,
  at: number,
): Promise<EraseResult> {
  const body = { at: isoOf(at), sentAt: isoOf(network.now()) };
  const answer = await post(network, asking, "delete", body);
  if ("unanswered" in answer) return { is: "later", error: answer.unanswered, retryAfterMs: null };
  const { status, headers, text } = answer;
  const error = excuse(status);
  if (error !== null && status !== 200) {
    return {
      is: "later",
      error,
      retryAfterMs: retryAfter(headers.get("Retry-After"), network.now()),
    };
  }
  if (status !== 200) return { is: "refused", reason: WORDS.refused(status, serverWords(text)) };
  const report = parseJson(DeletionReport, text);
  if (!report.ok) return { is: "later", error: WORDS.garbled, retryAfterMs: null };
  return { is: "done", deleted: report.value.deleted };
}

/** Everything that the server has of them, or why it cannot be had. Never throws. */
export async function askForExport(
  network: Network,
  asking: Asking,
): Promise<{ ok: true; value: DataExport } | { ok: false; error: string }> {
  let whole: DataExport | undefined;
  let after: string | null | undefined;
  while (after !== null) {
    const answer = await post(network, asking, "export", after === undefined ? {} : { after });
    if ("unanswered" in answer) return { ok: false, error: answer.unanswered };
    const { status, text } = answer;
    if (status !== 200) {
      return { ok: false, error: excuse(status) ?? WORDS.refused(status, serverWords(text)) };
    }
    const part = parseJson(DataExport, text);
    if (!part.ok) return { ok: false, error: WORDS.garbled };
    whole = whole ? { ...whole, events: [...whole.events, ...part.value.events] } : part.value;
    after = part.value.next;
  }
  return whole
    ? { ok: true, value: { ...whole, next: null } }
    : { ok: false, error: WORDS.garbled };
}

function post(
  network: Network,
  { server, writeKey, secret, token }: Asking,
  what: "delete" | "export",
  body: object,
): Promise<Answer> {
  return ask(network, `${server}/v1/privacy/${what}`, writeKey, {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "Content-Type": "application/json",
      "Waymark-Device": secret,
      ...(token !== null && { "Waymark-Identity": token }),
    },
  });
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
