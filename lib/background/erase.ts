import { backOff, mustWait } from "../model/back-off.ts";
import { type Erasure, postponeErasure, settleErasure } from "../store/erasures.ts";
import { getMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { askToErase } from "../sync/erase.ts";
import type { Network } from "../sync/ports.ts";
import type { Platform } from "./platform.ts";

/**
 * Carries out the deletions that servers have not confirmed yet, before anything else is sent: C19 of docs/spec/sync.md.
 * Answers when the next is to be tried, epoch ms; null: none is left for the workspace that is connected.
 */
export async function eraseFirst(
  platform: Platform,
  store: Store,
  network: Network,
  force: boolean,
): Promise<number | null> {
  const connection = await getMeta(store, "connection");
  let until: number | null = null;
  for (const order of (await getMeta(store, "erasures")) ?? []) {
    const same = connection?.workspace === order.connection.workspace;
    // A key may have been replaced since.
    const line = same ? connection : order.connection;
    const isDue = force || !mustWait(order.nextAt, platform.now());
    const nextAt = isDue
      ? await tryOnce(platform, store, network, { ...order, connection: line })
      : order.nextAt;
    if (nextAt !== null && same) until = Math.min(until ?? nextAt, nextAt);
  }
  return until;
}

async function tryOnce(
  platform: Platform,
  store: Store,
  network: Network,
  { id, at, connection, secret, token, attempts: before }: Erasure,
): Promise<number | null> {
  const { now } = platform;
  const result = await askToErase({ ...network, now }, { ...connection, secret, token }, at);
  if (result.is === "later") {
    const attempts = before + 1;
    const wait = Math.ceil(backOff(attempts, platform.random(), result.retryAfterMs));
    const nextAt = now() + Math.max(1, wait);
    await postponeErasure(store, id, { attempts, nextAt, error: result.error });
    return nextAt;
  }
  const deleted = result.is === "done" ? result.deleted : [];
  await settleErasure(store, id, {
    at: now(),
    events: deleted.reduce((sum, { events }) => sum + events, 0),
    unconfirmed: token !== null && !deleted.some(({ subject }) => subject === "user"),
    refused: result.is === "refused" ? result.reason : null,
  });
  return null;
}
