import type { WireMessage } from "../../../lib/model/wire.ts";

/** A message that waits to be forwarded: id and time are those it was stored with, however often it is sent. */
export interface Queued {
  id: string;
  message: WireMessage & {
    messageId: string;
    timestamp: string;
    /** It is the server's own word, of `lib/model/account-news.ts`. */
    news?: true;
  };
}

export interface Target {
  workspace: string;
  secret: string | null;
  /** The receiver takes several in one request. */
  batch: boolean;
}

/** One request, and which messages are in it. */
export interface Packed {
  items: readonly Queued[];
  body: string;
  headers: Readonly<Record<string, string>>;
}

/** As many messages, from the front, as go into one request at `sentAt` (ISO 8601). None if the first is too large. */
export type Pack = (target: Target, items: readonly Queued[], sentAt: string) => Packed;

/** From the front, as many parts as stay within `count` and, joined and wrapped in `around` bytes, within `bytes`. */
export function fitting(
  items: readonly Queued[],
  limit: { count: number; bytes: number; around: number },
  partOf: (item: Queued) => string,
): { items: Queued[]; parts: string[] } {
  const taken: Queued[] = [];
  const parts: string[] = [];
  let size = limit.around;
  for (const item of items.slice(0, limit.count)) {
    const part = partOf(item);
    size += Buffer.byteLength(part) + (parts.length > 0 ? 1 : 0);
    if (size > limit.bytes) break;
    taken.push(item);
    parts.push(part);
  }
  return { items: taken, parts };
}
