/** Waits of 5 s · 2^n at most, chosen at random below that ("full jitter"), so that devices do not come back together. */
const BASE_MS = 5_000;
const CAP_MS = 600_000;
/** A server that asks for more patience than this is not believed. */
const MAX_WAIT_MS = 3_600_000;

/** How long to wait after the `attempts`-th failure in a row (from 1), in ms. `random` is in [0, 1). */
export function backOff(attempts: number, random: number, retryAfterMs: number | null): number {
  const jitter = random * Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1));
  if (retryAfterMs === null) return jitter;
  const asked = Math.min(retryAfterMs, MAX_WAIT_MS - BASE_MS);
  return Math.max(jitter, asked + random * BASE_MS);
}

/** When to ask again for what is asked for every `periodMs`, epoch ms; later where the server wants that. */
export function nextTime(now: number, periodMs: number, retryAfterMs: number | null): number {
  return now + Math.max(periodMs, Math.min(retryAfterMs ?? 0, MAX_WAIT_MS));
}

/** A wait longer than any we set means that the clock was put back since. */
export function mustWait(nextAt: number, now: number): boolean {
  return nextAt > now && nextAt - now <= MAX_WAIT_MS;
}

/** `Retry-After` as ms from `now`: whole seconds or a date; null if it is neither or lies in the past. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return ms > 0 ? ms : null;
}
