import { WIRE_LIMITS } from "../model/wire.ts";
import type { OutboxItem } from "./ports.ts";

export interface PackedBatch {
  /** The items in `body`, from the front of those offered. */
  items: OutboxItem[];
  /** The request's JSON. */
  body: string;
}

/**
 * As many of `items`, from the front, as make a body of at most `WIRE_LIMITS.bodyBytes` bytes of UTF-8.
 * Empty when already the first is too large.
 */
export function packBatch(items: readonly OutboxItem[], sentAt: number): PackedBatch {
  const close = `],"sentAt":"${new Date(sentAt).toISOString()}"}`;
  const encoder = new TextEncoder();
  const packed: OutboxItem[] = [];
  const parts: string[] = [];
  let bytes = '{"batch":['.length + close.length;
  for (const item of items.slice(0, WIRE_LIMITS.batch)) {
    const part = JSON.stringify(item.message);
    bytes += encoder.encode(part).length + (parts.length > 0 ? 1 : 0);
    if (bytes > WIRE_LIMITS.bodyBytes) break;
    packed.push(item);
    parts.push(part);
  }
  return { items: packed, body: `{"batch":[${parts.join()}${close}` };
}
