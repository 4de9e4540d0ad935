import { feedAccounts } from "../accounts/feed.ts";
import type { Database, Sql } from "../db/database.ts";
import { enqueueForwards } from "../forward/enqueue.ts";
import { markDays } from "../health/count-days.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { findErased, holdPeople } from "../privacy/tombstones.ts";
import { findExpired } from "../retention/retention.ts";
import { unpackDays } from "../usage/pack-days.ts";
import { type IncomingEvent, personOf } from "./event.ts";
import { foldRollups, isoOf } from "./fold.ts";
import { foldPeople } from "./fold-people.ts";
import { upsert } from "./upserts.ts";

const INSERT = `
  INSERT INTO events (workspace_id, message_id, type, event, at, client_at, received_at, clock_offset_ms,
    person, anonymous, verified, user_id, account_id, device, boot, seq, host, path, properties)
  SELECT $1::uuid, message_id, type, event, at, client_at, received_at, clock_offset_ms,
    person, anonymous, verified, user_id, account_id, device, boot, seq, host, path, properties
  FROM jsonb_to_recordset($2::jsonb) AS r (
    message_id text, type text, event text, at timestamptz, client_at timestamptz,
    received_at timestamptz, clock_offset_ms bigint, person text, anonymous boolean,
    verified boolean, user_id text, account_id text, device text, boot text, seq bigint,
    host text, path text, properties jsonb)
  ON CONFLICT (workspace_id, message_id) DO NOTHING
  RETURNING message_id`;

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
    const ordered = events
      .filter(({ messageId }) => !erased.has(messageId) && !expired.has(messageId))
      .sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
    const rows = await sql.query<{ message_id: string }>(INSERT, [
      workspace,
      JSON.stringify(ordered.map(toRow)),
    ]);
    const fresh = new Set(rows.map((row) => row.message_id));
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
  await upsert(sql, workspace, "feature_days", rollups.feature_days);
  await markDays(sql, workspace, new Set(rollups.feature_days.map(({ day }) => day)));
  await upsert(sql, workspace, "person_days", rollups.person_days);
  await unpackDays(sql, workspace, new Set(rollups.person_days.map(({ day }) => day)));
  await upsert(sql, workspace, "guide_progress", rollups.guide_progress);
  await upsert(sql, workspace, "guide_targets", rollups.guide_targets);
  await upsert(sql, workspace, "survey_answers", rollups.survey_answers);
  await upsert(sql, workspace, "guide_target_pages", rollups.guide_target_pages);
}

function toRow(event: IncomingEvent) {
  const person = personOf(event);
  return {
    message_id: event.messageId,
    type: event.type,
    event: event.event,
    at: isoOf(event.at),
    client_at: event.clientAt === null ? null : isoOf(event.clientAt),
    received_at: isoOf(event.receivedAt),
    clock_offset_ms: event.clockOffsetMs,
    person: person?.person ?? null,
    anonymous: person?.anonymous ?? false,
    verified: event.verified,
    user_id: event.user,
    account_id: event.account,
    device: event.device,
    boot: event.boot,
    seq: event.seq,
    host: event.host,
    path: event.path,
    properties: event.properties,
  };
}
