import { feedAccounts } from "../accounts/feed.ts";
import type { Database, Sql } from "../db/database.ts";
import { enqueueForwards } from "../forward/enqueue.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { findErased, holdPeople } from "../privacy/tombstones.ts";
import { findExpired } from "../retention/retention.ts";
import { logUses } from "../usage/use-log.ts";
import type { IncomingEvent } from "./event.ts";
import { foldRollups } from "./fold.ts";
import { foldPeople } from "./fold-people.ts";
import { insertEvents } from "./insert-events.ts";
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

/**
 * Stores what is new among the events, with everything that is derived from it, in one transaction. Ids must differ from each other.
 */
export async function writeEvents(
  db: Database,
  workspace: string,
  events: readonly IncomingEvent[],
): Promise<Written> {
  return db.transaction(workspace, async (sql) => {
    await holdPeople(sql, workspace);
    const erased = await findErased(sql, workspace, events);
    const expired = await findExpired(sql, workspace, events);
    const fresh = await insertEvents(
      sql,
      workspace,
      events.filter(({ messageId }) => !erased.has(messageId) && !expired.has(messageId)),
    );
    const added = events.filter((event) => fresh.has(event.messageId));
    await derive(sql, workspace, added);
    await enqueueForwards(sql, workspace, added);
    return { fresh, erased, expired };
  });
}

async function derive(sql: Sql, workspace: string, fresh: readonly IncomingEvent[]): Promise<void> {
  const people = foldPeople(fresh);
  const rollups = foldRollups(fresh);
  const said = people.accounts.map(({ traits }) => traits);
  const kept = await withoutForgotten(sql, workspace, said, { source: "app" });
  const accounts = people.accounts.map((one, at) => ({ ...one, traits: kept[at] ?? {} }));
  await upsert(sql, workspace, "accounts", accounts);
  const now = Math.max(0, ...fresh.map(({ receivedAt }) => receivedAt));
  await feedAccounts(sql, workspace, accounts, now);
  await upsert(sql, workspace, "users", people.users);
  await upsert(sql, workspace, "devices", people.devices);
  await upsert(sql, workspace, "signal_values", rollups.signal_values);
  await upsert(sql, workspace, "signal_days", rollups.signal_days);
  await upsert(sql, workspace, "experiment_exposures", rollups.experiment_exposures);
  await logUses(sql, workspace, fresh);
  await upsert(sql, workspace, "guide_progress", rollups.guide_progress);
  await upsert(sql, workspace, "guide_targets", rollups.guide_targets);
  await upsert(sql, workspace, "survey_answers", rollups.survey_answers);
  await upsert(sql, workspace, "guide_target_pages", rollups.guide_target_pages);
}
