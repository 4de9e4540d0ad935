import type { Network } from "./ports.ts";
import { WORDS } from "./words.ts";

/** Below the 30 s after which Chromium ends a service worker whose fetch has no answer. */
export const TIMEOUT_MS = 25_000;

export type Answer = { status: number; headers: Headers; text: string } | { unanswered: string };

interface Request {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

/**
 * One request with the write key, its answer read to the end. Never throws. Redirects are refused, because the key
 * must not travel to another address.
 */
export function ask(
  network: Network,
  url: string,
  writeKey: string,
  init: Request = {},
): Promise<Answer> {
  return request(network, url, writeKey, init, async (response) => ({
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  }));
}

/** As `ask` for what is no text. */
export function askBytes(
  network: Network,
  url: string,
  writeKey: string,
): Promise<{ status: number; content: ArrayBuffer } | { unanswered: string }> {
  return request(network, url, writeKey, {}, async (response) => ({
    status: response.status,
    content: await response.arrayBuffer(),
  }));
}

async function request<T>(
  network: Network,
  url: string,
  writeKey: string,
  init: Request,
  read: (response: Response) => Promise<T>,
): Promise<T | { unanswered: string }> {
  const signal = network.timeout(TIMEOUT_MS);
  try {
    const response = await network.fetch(url, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${writeKey}` },
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal,
    });
    return await read(response);
  } catch {
    return { unanswered: signal.aborted ? WORDS.slow(TIMEOUT_MS / 1000) : WORDS.offline };
  }
}

/** Statuses that speak of the sender or the address, never of what was sent. */
const ABOUT_ADDRESS = new Set([404, 405, 407, 410, 421, 426, 451]);
const LATER = new Set([408, 425, 429]);

/** Why an answer other than a success is no verdict on what was sent, in words; null when it is one (4xx). */
export function excuse(status: number): string | null {
  if (status === 401 || status === 403) return WORDS.key;
  if (ABOUT_ADDRESS.has(status)) return WORDS.missing(status);
  if (LATER.has(status) || status >= 500) return WORDS.busy(status);
  return status >= 400 ? null : WORDS.garbled;
}

/** The server's own words of an error answer, if it is one of ours. */
export function serverWords(text: string): string {
  try {
    const message: unknown = JSON.parse(text)?.error?.message;
    return typeof message === "string" ? `: ${message.slice(0, 300)}` : "";
  } catch {
    return "";
  }
}
