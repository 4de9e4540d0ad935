import type { Status } from "../message/protocol.ts";
import { countEvents } from "../store/history.ts";
import { getMeta } from "../store/meta.ts";
import { countOutbox, readSyncState } from "../store/outbox.ts";
import { ANY_HOST } from "../store/person.ts";
import type { Store } from "../store/schema.ts";
import { consentStatus } from "./consent.ts";
import type { Platform } from "./platform.ts";

/** What the options page and the side panel tell about this device. */
export async function readStatus(platform: Platform, store: Store): Promise<Status> {
  const connection = await getMeta(store, "connection");
  const bundle = await store.get("bundle", "current");
  const sync = await readSyncState(store);
  const identity = (await getMeta(store, "identities"))?.[ANY_HOST];
  return {
    device: (await getMeta(store, "device"))?.id ?? "",
    connection: connection
      ? {
          server: connection.server,
          workspace: connection.name,
          environment: connection.environment ?? "production",
        }
      : null,
    sites: (await getMeta(store, "sites")) ?? [],
    identity: identity
      ? { user: identity.user, account: identity.account, verified: identity.token !== null }
      : null,
    consent: await consentStatus(platform, store),
    erasure: await erasureStatus(store),
    bundle: bundle
      ? {
          revision: bundle.bundle.revision,
          publishedAt: bundle.bundle.publishedAt,
          fetchedAt: bundle.fetchedAt,
        }
      : null,
    outbox: {
      waiting: await countOutbox(store),
      dead: await store.count("dead"),
      sent: sync.sent,
      lastSentAt: sync.lastSentAt,
      retryAt: sync.nextAt > 0 ? sync.nextAt : null,
      error: sync.error ?? (await getMeta(store, "pull"))?.error ?? null,
    },
    events: await countEvents(store),
    problems: (await getMeta(store, "problems")) ?? [],
  };
}

async function erasureStatus(store: Store): Promise<Status["erasure"]> {
  const [first] = (await getMeta(store, "erasures")) ?? [];
  const waiting = first ? { since: first.at, error: first.error } : null;
  return { waiting, done: (await getMeta(store, "erased")) ?? null };
}

/** Who is at a host: what it says, else what the options say, else the device itself. */
export async function personAt(store: Store, host: string): Promise<string> {
  const identities = (await getMeta(store, "identities")) ?? {};
  const device = await getMeta(store, "device");
  return (identities[host] ?? identities[ANY_HOST])?.user ?? device?.id ?? "";
}

/** Who last did something on this device. */
export async function lastPerson(store: Store): Promise<string> {
  return (await getMeta(store, "session"))?.person ?? personAt(store, ANY_HOST);
}
