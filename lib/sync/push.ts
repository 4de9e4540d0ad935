import { backOff, mustWait } from "../model/back-off.ts";
import { WIRE_LIMITS } from "../model/wire.ts";
import { type PackedBatch, packBatch } from "./batch.ts";
import type { Network, Outbox, SyncState, SyncStateStore } from "./ports.ts";
import { sendBatch, type Verdict } from "./send.ts";
import { WORDS } from "./words.ts";

export interface PushDeps extends Network {
  /** Base address without a final "/". */
  server: string;
  writeKey: string;
  outbox: Outbox;
  state: SyncStateStore;
  /** Epoch ms. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/** `empty`: nothing is left to send. `waiting`: not before `until` (epoch ms), because of `error`. */
export type PushResult = { status: "empty" } | { status: "waiting"; until: number; error: string };

export interface PushOptions {
  /** Somebody asked for it: try although the wait is not over. */
  force?: boolean;
}

/**
 * Sends the outbox until it is empty or the server does not take more (C3 to C9 of docs/spec/sync.md). All that matters
 * is in the stores, so it may be cut off at any moment. Calls during a flight join it; at most one request is open.
 * Rejects only when a store does.
 */
export function createPush(deps: PushDeps): (options?: PushOptions) => Promise<PushResult> {
  let flight: Promise<PushResult> | null = null;
  let askedMeanwhile = false;

  async function fly(force: boolean): Promise<PushResult> {
    try {
      let result = await drain(deps, force);
      while (askedMeanwhile && result.status === "empty") {
        askedMeanwhile = false;
        result = await drain(deps, false);
      }
      return result;
    } finally {
      flight = null;
      askedMeanwhile = false;
    }
  }

  return ({ force = false } = {}) => {
    if (flight) askedMeanwhile = true;
    else flight = fly(force);
    return flight;
  };
}

async function drain(deps: PushDeps, force: boolean): Promise<PushResult> {
  let state = await deps.state.get();
  if (!force && mustWait(state.nextAt, deps.now())) return waiting(state);
  for (;;) {
    const items = await deps.outbox.peek({
      count: Math.min(Math.max(1, state.batch), WIRE_LIMITS.batch),
      bytes: WIRE_LIMITS.bodyBytes,
    });
    const [first] = items;
    if (!first) return { status: "empty" };
    const batch = packBatch(items, deps.now());
    if (batch.items.length === 0) {
      await deps.outbox.bury([{ id: first.id, reason: WORDS.tooLarge }]);
      continue;
    }
    // What was deleted or refused in this moment must not leave.
    if (!(await deps.outbox.sending(batch.items.map(({ id }) => id)))) continue;
    const verdict = await sendBatch(deps, deps.server, deps.writeKey, batch);
    state = await settle(deps, state, batch, verdict);
    await deps.state.set(state);
    if (state.nextAt > 0) return waiting(state);
  }
}

function waiting({ nextAt, error }: SyncState): PushResult {
  return { status: "waiting", until: nextAt, error: error ?? WORDS.offline };
}

/** Brings the verdict into the outbox; answers the state after it. */
async function settle(
  deps: PushDeps,
  state: SyncState,
  { items }: PackedBatch,
  verdict: Verdict,
): Promise<SyncState> {
  const [first] = items;
  switch (verdict.is) {
    case "settled": {
      const { accepted, rejected } = verdict;
      if (accepted.length > 0) await deps.outbox.acknowledge(accepted);
      if (rejected.length > 0) await deps.outbox.bury(rejected);
      return succeeded(state, accepted.length, deps.now());
    }
    case "later":
      return failed(deps, state, verdict.error, verdict.retryAfterMs);
    case "too-large":
      if (items.length > 1) return halved(state, items.length);
      await deps.outbox.bury([{ id: first?.id ?? "", reason: WORDS.tooLarge }]);
      return { ...state, nextAt: 0 };
    case "refused":
      if (items.length > 1) return halved(state, items.length);
      await deps.outbox.bury([{ id: first?.id ?? "", reason: verdict.reason }]);
      // A server that refuses everything must not empty the outbox into the dead letters in one go.
      return failed(deps, state, verdict.reason, null);
  }
}

function succeeded(state: SyncState, accepted: number, now: number): SyncState {
  return {
    attempts: 0,
    nextAt: 0,
    batch: Math.min(WIRE_LIMITS.batch, state.batch + Math.ceil(state.batch / 4)),
    lastSentAt: now,
    error: null,
    sent: state.sent + accepted,
  };
}

/** To be tried again at once with the front half of what was sent. */
function halved(state: SyncState, count: number): SyncState {
  return { ...state, nextAt: 0, batch: Math.floor(count / 2) };
}

function failed(
  { now, random }: PushDeps,
  state: SyncState,
  error: string,
  retryAfterMs: number | null,
): SyncState {
  const attempts = state.attempts + 1;
  // At least 1 ms, because 0 stands for "no wait".
  const wait = Math.max(1, Math.ceil(backOff(attempts, random(), retryAfterMs)));
  return { ...state, attempts, nextAt: now() + wait, error };
}
