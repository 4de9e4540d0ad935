import { SESSION_GAP } from "./limits.ts";

/** A time of use without a longer pause; epoch ms. */
export interface Session {
  startedAt: number;
  lastAt: number;
}

/** The session after an event at `ts`: the same one going on, or a new one after more than `SESSION_GAP` of silence. */
export function advanceSession(session: Session | undefined, ts: number): Session {
  if (!session || Math.abs(ts - session.lastAt) > SESSION_GAP) return { startedAt: ts, lastAt: ts };
  return { ...session, lastAt: Math.max(session.lastAt, ts) };
}
