import { WIRE_LIMITS } from "../../lib/model/wire.ts";

/** A clock that differs by less is taken as right: the difference is mostly the network's. */
const TRUSTED_OFFSET_MS = 5 * 60_000;
/** Nothing that the product knows of happened before. */
const EARLIEST = Date.UTC(2000, 0, 1);

export interface EventTime {
  at: number;
  clientAt: number | null;
  clockOffsetMs: number | null;
}

/**
 * When an event happened: by the client's clock, corrected by how far that clock was off when the message was sent,
 * if it was far. Without a time it happened now. Undefined for times that cannot be.
 */
export function eventTime(
  timestamp: string | undefined,
  sentAt: string | undefined,
  receivedAt: number,
): EventTime | undefined {
  const sent = Date.parse(sentAt ?? "");
  const clockOffsetMs = Number.isNaN(sent) ? null : receivedAt - sent;
  if (timestamp === undefined) return { at: receivedAt, clientAt: null, clockOffsetMs };
  const clientAt = Date.parse(timestamp);
  const wrong = clockOffsetMs !== null && Math.abs(clockOffsetMs) > TRUSTED_OFFSET_MS;
  const at = wrong ? clientAt + clockOffsetMs : clientAt;
  const possible = at >= EARLIEST && at <= receivedAt + WIRE_LIMITS.futureMs;
  return possible ? { at, clientAt: storable(clientAt), clockOffsetMs } : undefined;
}

/** Clocks may say the year 275760; the database's time does not reach that far back or ahead in ISO form. */
function storable(ms: number): number | null {
  return ms >= 0 && ms < Date.UTC(10_000, 0, 1) ? ms : null;
}
