import { feedAccounts, missingAccounts } from "../accounts/feed.ts";
import type { Database, Sql } from "../db/database.ts";
import { enqueueForwardsOf, hasTargets } from "../forward/enqueue.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { type ByName, byName, findErased, holdPeople } from "../privacy/tombstones.ts";
import { findExpired } from "../retention/retention.ts";
import { type Derived, derive } from "./derive.ts";
import type { IncomingEvent } from "./event.ts";
import { eventRows, insertEvents } from "./insert-events.ts";
import { upsert, upsertOf } from "./upserts.ts";

/** Ids of events. */
export interface Written {
  /** Stored now. */
  fresh: ReadonlySet<string>;
  /** Not taken, because their person's data were deleted. */
  erased: ReadonlySet<string>;
  /** Not taken, because nothing so old is kept. */
  expired: ReadonlySet<string>;
}

/** Events of a workspace with all that can be worked out before their transaction begins. */
export interface Batch {
  workspace: string;
  events: readonly IncomingEvent[];
  names: ByName;
  rows: string;
  /** What follows if all of them are new, as nearly always. */
  derived: Derived;
}

/** Ids must differ from each other. */
export function makeBatch(workspace: string, events: readonly IncomingEvent[]): Batch {
  return {
    workspace,
    events,
    names: byName(workspace, events),
    rows: eventRows(events),
    derived: derive(workspace, events),
  };
}

/** Some of a batch are not taken, which is found out while they are stored: what was stored of it is undone. */
class Refused extends Error {
  readonly erased: ReadonlySet<string>;
  readonly expired: ReadonlySet<string>;

  constructor(erased: ReadonlySet<string>, expired: ReadonlySet<string>) {
    super("some events are not taken");
    this.erased = erased;
    this.expired = expired;
  }
}

/**
 * Stores what is new among the events, with everything that is derived from it, in one transaction. `isQueued`: something
 * may wait to be forwarded.
 */
export async function writeEvents(
  db: Database,
  batch: Batch,
): Promise<Written & { isQueued: boolean }> {
  try {
    const stored = await writeAll(db, batch);
    return { ...stored, erased: new Set(), expired: new Set() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { erased, expired } = error;
    const taken = batch.events.filter(({ messageId: id }) => !erased.has(id) && !expired.has(id));
    const rest = await writeEvents(db, makeBatch(batch.workspace, taken));
    return {
      ...rest,
      erased: erased.union(rest.erased),
      expired: expired.union(rest.expired),
    };
  }
}

/** Statements that need not know of each other travel together: the database waits twice for this process, and not at the end. */
function writeAll(
  db: Database,
  batch: Batch,
): Promise<{ fresh: ReadonlySet<string>; isQueued: boolean }> {
  const { workspace, events, rows } = batch;
  return db.transaction(workspace, async (sql) => {
    const [judged, fresh] = await Promise.all([
      judge(sql, batch),
      insertEvents(sql, workspace, rows),
    ]);
    const [erased, expired, hasTarget, missing] = judged;
    if (erased.size + expired.size > 0) throw new Refused(erased, expired);
    const isNew = fresh.size === events.length;
    const added = isNew ? events : events.filter(({ messageId }) => fresh.has(messageId));
    if (added.length === 0) return { fresh, isQueued: false };
    const derived = isNew ? batch.derived : derive(workspace, added);
    const news = missing.size > 0 || derived.accounts.some(({ traits_at }) => traits_at !== null);
    for (const [text, params] of [
      ...derived.statements,
      ...(hasTarget ? [enqueueForwardsOf(workspace, added)] : []),
      ...(news ? [] : upsertOf(workspace, "accounts", derived.accounts)),
    ]) {
      void sql.query(text, params);
    }
    if (news) await writeAccounts(sql, workspace, derived, missing);
    return { fresh, isQueued: hasTarget || news };
  });
}

/** The first statement holds for those after it. */
function judge(sql: Sql, { workspace, events, names, derived }: Batch) {
  const held = holdPeople(sql, workspace);
  return Promise.all([
    findErased(sql, workspace, names),
    findExpired(sql, workspace, events),
    hasTargets(sql, workspace),
    missingAccounts(
      sql,
      workspace,
      derived.accounts.map(({ account_id }) => account_id),
    ),
    held,
  ]);
}

/** Of accounts of which something is said, or that are not known yet. */
async function writeAccounts(
  sql: Sql,
  workspace: string,
  { accounts: named, receivedAt }: Derived,
  missing: ReadonlySet<string>,
): Promise<void> {
  const said = named.map(({ traits }) => traits);
  const kept = await withoutForgotten(sql, workspace, said, { source: "app" });
  const accounts = named.map((one, at) => ({ ...one, traits: kept[at] ?? {} }));
  await upsert(sql, workspace, "accounts", accounts);
  await feedAccounts(sql, workspace, accounts, receivedAt, missing);
}
