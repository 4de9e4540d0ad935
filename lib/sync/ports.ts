import type { WireMessage } from "../model/wire.ts";

/** A message that waits to be sent. It never changes: what is sent again is the same message. */
export interface OutboxItem {
  /** The message's `messageId`. */
  id: string;
  message: WireMessage;
}

/** The durable queue of what has to reach the server. */
export interface Outbox {
  /**
   * The oldest items, as many as fit `count` and `bytes` (JSON, UTF-8), and at least one if there is any.
   * The same items until they are acknowledged or buried.
   */
  peek(limit: { count: number; bytes: number }): Promise<OutboxItem[]>;
  /** These are given to the network next; puts that on record. False, and nothing done, if not all of them wait any more. */
  sending(ids: readonly string[]): Promise<boolean>;
  /** The server has these; they leave the queue. Unknown ids are ignored. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /** The server will never take these; they are kept aside with the reason. Unknown ids are ignored. */
  bury(items: readonly { id: string; reason: string }[]): Promise<void>;
}

/** What pushing remembers between wake-ups. */
export interface SyncState {
  /** Failures in a row. */
  attempts: number;
  /** Not to be tried before, epoch ms; 0 when nothing went wrong. */
  nextAt: number;
  /** Most messages to put into the next batch. */
  batch: number;
  /** When the server last took a batch, epoch ms. */
  lastSentAt: number | null;
  /** Why the last try failed, in words for people. */
  error: string | null;
  /** Messages the server has confirmed so far. */
  sent: number;
}

export interface SyncStateStore {
  get(): Promise<SyncState>;
  set(state: SyncState): Promise<void>;
}

/** What the network client needs besides the stores; tests bring their own. */
export interface Network {
  /** As the browser's. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** A signal that aborts after so many ms. */
  timeout: (ms: number) => AbortSignal;
}
