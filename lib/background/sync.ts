import { UserError } from "../message/server.ts";
import { mustWait, nextTime } from "../model/back-off.ts";
import { applyBundle, confirmBundle } from "../store/apply-bundle.ts";
import { type Connection, getMeta, readMeta, setMeta, writeMeta } from "../store/meta.ts";
import { createOutbox, createSyncState } from "../store/outbox.ts";
import { ownerOf } from "../store/owner.ts";
import { reviewSignals } from "../store/review.ts";
import type { Store } from "../store/schema.ts";
import { belongsToAnother, enterWorkspace, leaveWorkspace, pinKeys } from "../store/workspace.ts";
import { connect } from "../sync/connect.ts";
import type { Network } from "../sync/ports.ts";
import { pullBundle } from "../sync/pull.ts";
import { createPush } from "../sync/push.ts";
import { readConsent } from "./consent.ts";
import { eraseFirst } from "./erase.ts";
import { refreshAccounts } from "./own-account.ts";
import type { Platform } from "./platform.ts";
import { publishSites } from "./sites.ts";

/** The bundle is not asked for more often than this by itself. */
const FRESH_MS = 60_000;
/** The worker looks after its server at least this often. */
const PERIOD_MS = 15 * 60_000;

export interface Sync {
  network: Network;
  /** Sends what waits, as far as the server takes it; `force` does not wait for the back-off. */
  push(force?: boolean): Promise<void>;
  /** Fetches what was published since; true if there was something. */
  pull(force?: boolean): Promise<boolean>;
  /** Fetches what may be known of the accounts of those who are here; true if there was something new. */
  accounts(): Promise<boolean>;
  connect(server: string, writeKey: string): Promise<string>;
  disconnect(): Promise<void>;
}

export interface SyncPorts {
  /** Both still speak for the workspace that is being left. */
  closeGuides(): Promise<void>;
  drain(): Promise<void>;
  /** Brings into force what an administrator has set by now. Nothing about people is sent before. */
  learnPolicy(): Promise<void>;
}

/** Keeps the device and its workspace's server in step. */
export function createSync(platform: Platform, store: Store, ports: SyncPorts): Sync {
  const network: Network = {
    fetch: (url, init) => platform.fetch(url, init),
    timeout: (ms) => AbortSignal.timeout(ms),
  };
  let pusher: { key: string; push: ReturnType<typeof createPush> } | undefined;

  const pusherFor = (connection: Connection) => {
    const { server, writeKey } = connection;
    const owner = ownerOf(connection);
    const key = `${server} ${writeKey} ${owner}`;
    if (pusher?.key !== key) {
      const { now, random } = platform;
      const outbox = createOutbox(store, owner, now);
      const state = createSyncState(store, owner);
      pusher = {
        key,
        push: createPush({ ...network, server, writeKey, outbox, state, now, random }),
      };
    }
    return pusher.push;
  };

  /** Looked at and noted in one transaction: of two pages that load together one asks. */
  const mayPull = async (force: boolean): Promise<boolean> => {
    const now = platform.now();
    const transaction = store.transaction("meta", "readwrite");
    const before = await readMeta(transaction.store, "pull");
    const may = force || !before || !mustWait(before.nextAt, now);
    const noted = { nextAt: nextTime(now, FRESH_MS, null), error: before?.error ?? null };
    if (may) await writeMeta(transaction.store, "pull", noted);
    await transaction.done;
    return may;
  };

  const pull = async (force = false): Promise<boolean> => {
    const connection = await getMeta(store, "connection");
    if (!connection) return false;
    if (!(await mayPull(force))) return false;
    const current = await store.get("bundle", "current");
    const result = await pullBundle(
      { ...network, ...connection, pinned: connection, now: platform.now },
      current ? { etag: current.etag, revision: current.bundle.revision } : null,
    );
    const now = platform.now();
    const still = await getMeta(store, "connection");
    if (!still || ownerOf(still) !== ownerOf(connection)) return false;
    if (result.status === "updated") {
      const { keyId, publicKey } = result.signedBy;
      // Before the bundle: with the key that it announces the next one may be signed.
      await pinKeys(store, connection, { keyId, publicKey, nextKey: result.bundle.nextKey });
    }
    const applied =
      result.status === "updated" &&
      (await applyBundle(store, result, {
        version: platform.version,
        now,
        onProgress: platform.changed,
      })) !== null;
    if (applied) await publishSites(platform, store);
    if (result.status === "unchanged" && current) {
      await confirmBundle(store, current.bundle.revision, now);
    }
    const retryAfterMs = result.status === "failed" ? result.retryAfterMs : null;
    await setMeta(store, "pull", {
      nextAt: nextTime(now, FRESH_MS, retryAfterMs),
      error: "reason" in result ? result.reason : null,
    });
    platform.changed();
    return applied;
  };

  const accounts = async (): Promise<boolean> => {
    const connection = await getMeta(store, "connection");
    if (!connection) return false;
    await ports.learnPolicy();
    const { at } = await readConsent(platform, store);
    const isAllowed = (host: string) => at(host) === "granted";
    const news = await refreshAccounts(network, store, connection, {
      now: platform.now,
      isAllowed,
    });
    // Features may belong to plans.
    if (news) await reviewSignals(store, { version: platform.version, now: platform.now() });
    return news;
  };

  const push = async (force = false): Promise<void> => {
    const erasing = await eraseFirst(platform, store, network, force);
    if (erasing !== null) {
      await platform.wakeAt(erasing);
      return platform.changed();
    }
    const connection = await getMeta(store, "connection");
    if (!connection) return;
    await ports.learnPolicy();
    if (!(await readConsent(platform, store)).maySend) return;
    const result = await pusherFor(connection)({ force });
    const next = result.status === "waiting" ? result.until : platform.now() + PERIOD_MS;
    await platform.wakeAt(next);
    platform.changed();
  };

  /** What was captured up to the last moment is still the workspace's that goes. */
  const disconnect = async (): Promise<void> => {
    await ports.closeGuides();
    await ports.drain();
    await leaveWorkspace(store);
    await publishSites(platform, store);
    await ports.drain();
    platform.changed();
  };

  return {
    network,
    push,
    pull,
    accounts,
    disconnect,
    async connect(typed, writeKey) {
      const result = await connect(network, typed, writeKey);
      if (!result.ok) throw new UserError(result.error.message);
      const { info, ...address } = result.value;
      if (await belongsToAnother(store, info)) await disconnect();
      await enterWorkspace(store, { ...info, ...address });
      await pull(true);
      await push(true);
      return info.name;
    },
  };
}
