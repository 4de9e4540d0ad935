import type { BundleKey, WorkspaceInfo } from "../model/bundle.ts";
import type { ConsentAnswers, ConsentPolicy } from "../model/consent.ts";
import type { OwnAccount } from "../model/own-account.ts";
import type { Attributes } from "../model/primitives.ts";
import type { SyncState } from "../sync/ports.ts";
import type { Erased, Erasure } from "./erasures.ts";
import type { Store } from "./schema.ts";

export interface Device {
  /** Its name, to everybody: the SHA-256 of `secret`, base64url. */
  id: string;
  /** Shown to the server only to ask for the deletion of what the device sent, or for a copy. */
  secret: string;
  /** Changes when the database is made anew, so that a silent wipe shows. */
  generation: string;
  /** Number of the next message that the background itself makes, within `generation` as its boot. */
  seq: number;
}

export interface Connection extends WorkspaceInfo {
  server: string;
  writeKey: string;
  /** The key that the last bundle announced as the next one. */
  nextKey?: BundleKey | undefined;
}

export interface Identity {
  user: string;
  account: string | null;
  traits: Attributes;
  token: string | null;
}

export interface Claim {
  guide: string;
  tab: number;
  /** The document that it was injected into, where the browser tells. */
  document: string | undefined;
  startedBy: "auto" | "manual";
  /** Epoch ms. */
  at: number;
  /** Of a how-to: the one step that is pointed at, and what the page has said of it. */
  point?: { step: string; state: "looking" | "shown" | "missing" };
}

export interface Backfill {
  /** What is worked out, by the ids under which it is kept. */
  ids: string[];
  /** The last chunk that was read, and the last there was in the beginning. */
  after: number;
  of: number;
  /** Time of the earliest event that was read, epoch ms. */
  oldest?: number;
}

export interface Meta {
  device: Device;
  connection: Connection | null;
  /** The connection that was left last: a deletion must reach its server all the same. */
  left: Connection;
  /** Deletions that no server has confirmed yet. */
  erasures: Erasure[];
  erased: Erased;
  /** Whose events, counts, signals and outbox are, as `ownerOf` says; it stays when the connection goes. */
  owner: string;
  /** Origins of connected sites. */
  sites: string[];
  /** Who is here, by host; "" is what the options page says, for hosts that say nothing. null: whoever was logged out. */
  identities: Record<string, Identity | null>;
  /** What was said about keeping and sending anything. It belongs to the browser profile, whoever is logged in. */
  consent: ConsentAnswers;
  /** What an administrator had set for this browser when it was read last; without `consent`: nothing about that. */
  managed: { consent?: ConsentPolicy };
  /** What the workspace wanted when it was left: what was stored is still its. */
  consentPolicy: ConsentPolicy;
  /** What the server told of their accounts, by the same hosts, for the bundle of that revision. */
  accounts: Record<string, OwnAccount & { revision: number; at: number }>;
  /** Ids of the last ingest whose keys may not yet be removed from `storage.local`. */
  ingested: string[];
  sync: SyncState;
  /** Selectors that pages could not parse. */
  problems: string[];
  consoleToken: string | null;
  /** The bundle is not asked for again before `nextAt`, epoch ms; `error` says in words why the last try failed. */
  pull: { nextAt: number; error: string | null };
  /** Which guide may play where; held from the moment it is granted until its run ends. */
  claim: Claim;
  /** The same for guides that play beside others, by guide. */
  beside: Record<string, Claim>;
  /** Quiet guides that were news to the person, by the page of each tab; newest first. */
  newcomers: {
    tab: number;
    document: string | undefined;
    path: string;
    guide: string;
    /** Epoch ms. */
    at: number;
  }[];
  /** Since when the device has had each published feature, epoch ms: what was done before was not counted. */
  tagged: Record<string, number>;
  /**
   * Pages that tabs showed in the last half minute, oldest first, while somebody asks for going back and forth. Of an
   * address a mark is kept that tells it from others, and nothing can be read from.
   */
  visits: {
    tab: number;
    page: number;
    /** Epoch ms. */
    at: number;
  }[];
  /** Revision of the bundle whose questions about history are answered in `matchers`. */
  answered: number;
  /** How far the history has been looked through for the bundle that comes into force next. */
  backfill: Backfill;
  /** When the past was last looked through for what is too old to keep, epoch ms. */
  sweptAt: number;
  /** Up to when events have been forgotten, epoch ms. */
  forgotten: number;
  /** Captured entries that were no events at all and were thrown away. */
  unreadable: number;
  /** Who last did something on this device, when, and when the session it belongs to began. */
  session: { person: string; startedAt: number; lastAt: number };
}

export type MetaKey = keyof Meta;

/** The part of a transaction's store that reads and writes single values. */
interface MetaStore {
  get(key: string): Promise<{ value: unknown } | undefined>;
  put?(record: { key: string; value: unknown }): Promise<unknown>;
}

export async function readMeta<K extends MetaKey>(
  store: MetaStore,
  key: K,
): Promise<Meta[K] | undefined> {
  return (await store.get(key))?.value as Meta[K] | undefined;
}

export async function writeMeta<K extends MetaKey>(
  store: Required<Pick<MetaStore, "put">>,
  key: K,
  value: Meta[K],
): Promise<void> {
  await store.put({ key, value });
}

/** One value outside any other transaction. */
export async function getMeta<K extends MetaKey>(
  database: Store,
  key: K,
): Promise<Meta[K] | undefined> {
  return (await database.get("meta", key))?.value as Meta[K] | undefined;
}

export async function setMeta<K extends MetaKey>(
  database: Store,
  key: K,
  value: Meta[K],
): Promise<void> {
  await database.put("meta", { key, value });
}
