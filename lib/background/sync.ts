import { UserError } from "../message/server.ts";
import { applyBundle } from "../store/apply-bundle.ts";
import { type Connection, getMeta, setMeta } from "../store/meta.ts";
import { createOutbox, createSyncState } from "../store/outbox.ts";
import type { Store } from "../store/schema.ts";
import { forgetWorkspace } from "../store/wipe.ts";
import { connect } from "../sync/connect.ts";
import type { Network } from "../sync/ports.ts";
import { pullBundle } from "../sync/pull.ts";
import { createPush } from "../sync/push.ts";
import type { Platform } from "./platform.ts";
import { publishSites } from "./sites.ts";

/** A bundle younger than this is not asked for again by itself. */
const FRESH_MS = 60_000;
/** The worker looks after its server at least this often. */
const PERIOD_MS = 15 * 60_000;

export interface Sync {
  /** Sends what waits, as far as the server takes it; `force` does not wait for the back-off. */
  push(force?: boolean): Promise<void>;
  /** Fetches what was published since; true if there was something. */
  pull(force?: boolean): Promise<boolean>;
  connect(server: string, writeKey: string): Promise<string>;
  disconnect(): Promise<void>;
}

/** Keeps the device and its workspace's server in step. */
export function createSync(platform: Platform, store: Store): Sync {
  const network: Network = {
    fetch: (url, init) => platform.fetch(url, init),
    timeout: (ms) => AbortSignal.timeout(ms),
  };
  const outbox = createOutbox(store);
  const state = createSyncState(store);
  let pusher: { key: string; push: ReturnType<typeof createPush> } | undefined;

  const pusherFor = ({ server, writeKey }: Connection) => {
    const key = `${server} ${writeKey}`;
    if (pusher?.key !== key) {
      const { now, random } = platform;
      pusher = {
        key,
        push: createPush({ ...network, server, writeKey, outbox, state, now, random }),
      };
    }
    return pusher.push;
  };

  const pull = async (force = false): Promise<boolean> => {
    const connection = await getMeta(store, "connection");
    const current = await store.get("bundle", "current");
    if (!connection) return false;
    if (!force && current && platform.now() - current.fetchedAt < FRESH_MS) return false;
    const result = await pullBundle(
      { ...network, ...connection, pinned: connection, now: platform.now },
      current ? { etag: current.etag, revision: current.bundle.revision } : null,
    );
    if (result.status === "updated") {
      await applyBundle(store, result, { version: platform.version, now: platform.now() });
      await publishSites(platform, store);
    } else if (result.status === "unchanged" && current) {
      await store.put("bundle", { ...current, fetchedAt: platform.now() });
    }
    await setMeta(store, "pullError", "reason" in result ? result.reason : null);
    platform.changed();
    return result.status === "updated";
  };

  const push = async (force = false): Promise<void> => {
    const connection = await getMeta(store, "connection");
    if (!connection) return;
    const result = await pusherFor(connection)({ force });
    const next = result.status === "waiting" ? result.until : platform.now() + PERIOD_MS;
    await platform.wakeAt(next);
    platform.changed();
  };

  return {
    push,
    pull,
    async connect(typed, writeKey) {
      const result = await connect(network, typed, writeKey);
      if (!result.ok) throw new UserError(result.error.message);
      const { server, info } = result.value;
      const before = await getMeta(store, "connection");
      if (before && before.workspace !== info.workspace) await forgetWorkspace(store);
      await setMeta(store, "connection", { ...info, server, writeKey: writeKey.trim() });
      await pull(true);
      await push(true);
      return info.name;
    },
    async disconnect() {
      await forgetWorkspace(store);
      await publishSites(platform, store);
      platform.changed();
    },
  };
}
