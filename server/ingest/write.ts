import { feedAccounts, missingAccounts } from "../accounts/feed.ts";
import type { Database, Sql } from "../db/database.ts";
import { enqueueForwards, hasTargets } from "../forward/enqueue.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { type ByName, byName, findErased, holdPeople } from "../privacy/tombstones.ts";
import { findExpired } from "../retention/retention.ts";
import { type Derived, derive } from "./derive.ts";
import type { IncomingEvent } from "./event.ts";
import { eventRows, insertEvents } from "./insert-events.ts";
import { upsert } from "./upserts.ts";

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

/**
 * Stores what is new among the events, with everything that is derived from it, in one transaction. Statements that need
 * not know of each other travel together: the database does not wait for this process between them.
 */
export async function writeEvents(
  db: Database,
  { workspace, events, ...batch }: Batch,
): Promise<Written> {
  return db.transaction(workspace, async (sql) => {
    const [erased, expired, isForwarded, missing] = await judge(sql, {
      workspace,
      events,
      ...batch,
    });
    const isTaken = ({ messageId }: IncomingEvent) =>
      !erased.has(messageId) && !expired.has(messageId);
    const isWhole = erased.size + expired.size === 0;
    const rows = isWhole ? batch.rows : eventRows(events.filter(isTaken));
    const fresh = await insertEvents(sql, workspace, rows);
    const isNew = fresh.size === events.length;
    const added = isNew ? events : events.filter(({ messageId }) => fresh.has(messageId));
    if (added.length === 0) return { fresh, erased, expired };
    const derived = isNew ? batch.derived : derive(workspace, added);
    await Promise.all([
      ...derived.statements.map(([text, params]) => sql.query(text, params)),
      ...(isForwarded ? [enqueueForwards(sql, workspace, added)] : []),
      writeAccounts(sql, workspace, derived, missing),
    ]);
    return { fresh, erased, expired };
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
