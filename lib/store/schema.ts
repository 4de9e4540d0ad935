import type { DBSchema, IDBPDatabase } from "idb";
import type { Bundle } from "../model/bundle.ts";
import type { StoredEvent } from "../model/event.ts";
import type { SignalValue } from "../model/signal-value.ts";
import type { Told } from "../signal/news.ts";
import type { SignalState } from "../signal/state.ts";
import type { FrictionUse } from "../signal/world.ts";
import type { OutboxItem } from "../sync/ports.ts";
import type { AssetRecord } from "./assets.ts";
import type { JournalRecord } from "./journal.ts";
import type { Misses } from "./misses.ts";

/** Events of one ingest, in order; one record a batch costs a twentieth of one record an event. */
export interface Chunk {
  /** Assigned by the database; grows with ingest. */
  n?: number;
  events: StoredEvent[];
  /** Time of the newest of them, epoch ms. */
  until: number;
}

export interface DailyUse {
  person: string;
  feature: string;
  /** UTC day number: floor(ts / 86 400 000). */
  day: number;
  count: number;
  first: number;
  last: number;
  /** Id of the first; of two at the same millisecond, the smaller id. Rows of older versions have none. */
  firstId?: string;
}

export interface MatcherRecord {
  person: string;
  signal: string;
  state: SignalState;
  /** When it is to be looked at again although nothing happens, epoch ms. */
  due?: number;
  /** With `due`: who the person was at the last event, for what will be told then. */
  who?: { user?: string | undefined; account?: string | undefined };
}

/** What is known of a published signal for a person. */
export interface SignalRecord {
  person: string;
  signal: string;
  /** As it was when it was last looked at. */
  value: SignalValue;
  lookedAt: number;
  told: Told | null;
  /** Whose it is, as the newest event said. */
  who: { user?: string | undefined; account?: string | undefined };
  /** Of frustration: what it counts. */
  friction?: readonly FrictionUse[];
  /** When it is to be looked at again although nothing happens, epoch ms. */
  due?: number;
}

/** What has been worked out so far for a bundle that is not in force yet. */
export interface UpcomingRecord {
  person: string;
  signal: string;
  state?: SignalState;
  friction?: readonly FrictionUse[];
  /** Events came in another order than they happened: it is to be worked out from all of them at once. */
  late?: boolean;
}

/** How far a person is with a guide: a fold of the guide's events. */
export interface RunRecord {
  person: string;
  guide: string;
  version: number;
  /** Of its last event: where it happened, and in which document as which one. */
  host: string;
  boot: string;
  seq: number;
  status: "running" | "snoozed" | "completed" | "dismissed" | "target_missing";
  step: string | null;
  /** The step is done, and the next one was not on screen yet. */
  stepDone: boolean;
  /** Whether it started by itself or because the person asked for it. */
  startedBy: "auto" | "manual";
  /** Steps that were completed in this run, by when each last was. Records of older versions have none. */
  done?: string[];
  /** An earlier run was completed. */
  completedBefore?: boolean;
  /** When the current step was shown, epoch ms. */
  stepSince: number;
  startedAt: number;
  updatedAt: number;
  /** What the person said last of whether it helped, and of which version. Outlives the run. */
  rated?: { version: number; helpful: boolean };
  /** Outlives the run. Absent: the last search for a needed element was a good one, or there was none. */
  misses?: Misses;
}

/** An interrupting guide that showed itself: what the budget counts. */
export interface ShowingRecord {
  person: string;
  guide: string;
  /** When its run started, epoch ms. */
  at: number;
  dismissed: boolean;
}

/** The first time that somebody met an experiment in an arm. */
export interface ExposureRecord {
  person: string;
  experiment: string;
  arm: "guide" | "holdout";
  guide: string;
  guideVersion: number;
  /** Epoch ms. */
  at: number;
}

export interface OutboxRecord {
  n?: number;
  /** When it was written, epoch ms. */
  at?: number;
  items: OutboxItem[];
}

export interface DeadLetter extends OutboxItem {
  reason: string;
}

/** Single values by name; `meta.ts` gives each its type. */
export interface MetaRecord {
  key: string;
  value: unknown;
}

export interface Schema extends DBSchema {
  meta: { key: string; value: MetaRecord };
  bundle: {
    key: string;
    /** "next": fetched, and in force as soon as what it asks about history is worked out. */
    value: { id: "current" | "next"; bundle: Bundle; etag: string | null; fetchedAt: number };
  };
  /** `until` finds those of the last while, whenever they came. */
  chunks: { key: number; value: Chunk; indexes: { until: number } };
  daily: { key: [string, string, number]; value: DailyUse };
  /** `due` lists those that time alone will change. */
  matchers: { key: [string, string]; value: MatcherRecord; indexes: { due: number } };
  signals: { key: [string, string]; value: SignalRecord; indexes: { due: number } };
  upcoming: { key: [string, string]; value: UpcomingRecord };
  runs: { key: [string, string]; value: RunRecord };
  showings: { key: [string, number, string]; value: ShowingRecord };
  exposures: { key: [string, string, string]; value: ExposureRecord };
  outbox: { key: number; value: OutboxRecord };
  dead: { key: string; value: DeadLetter };
  journal: { key: string; value: JournalRecord; indexes: { sent: [number, string] } };
  /** `use` tells when each was used and how large it is, without reading it. */
  assets: { key: string; value: AssetRecord; indexes: { use: [number, number] } };
}

export type Store = IDBPDatabase<Schema>;
export type StoreName =
  | "meta"
  | "bundle"
  | "chunks"
  | "daily"
  | "matchers"
  | "signals"
  | "upcoming"
  | "runs"
  | "showings"
  | "exposures"
  | "outbox"
  | "dead"
  | "journal"
  | "assets";
