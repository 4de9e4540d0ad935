import type { Sql } from "../db/database.ts";
import { type IncomingEvent, personOf } from "./event.ts";

/** Times come as epoch ms: a text of each would be written here and read there. */
const COLUMNS = `message_id text, type text, event text, at float8, client_at float8, received_at float8, clock_offset_ms bigint, person text, anonymous boolean, verified boolean, user_id text,
  account_id text, device text, boot text, seq bigint, host text, path text, properties jsonb`;
const NAMES = COLUMNS.replace(/ \w+(,|$)/g, "$1");
const VALUES = NAMES.replace(/\b(\w+_)?at\b/g, "'epoch'::timestamptz + $& * interval '1 ms'");

/** Events as a text that `insertEvents` takes, in one order, so that transactions cannot lock each other out. */
export function eventRows(events: readonly IncomingEvent[]): string {
  const ordered = events.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
  return JSON.stringify(ordered.map(toRow));
}

/**
 * Inserts those that are not there yet, one statement however many they are, and answers with their ids, which travel as
 * one text: a row of each costs more than an index. `table` has the columns of `events`.
 */
export async function insertEvents(
  sql: Sql,
  workspace: string,
  events: string,
  table = "events",
): Promise<Set<string>> {
  const [row] = await sql.query<{ ids: string }>(
    `WITH added AS (
       INSERT INTO ${table} (workspace_id, ${NAMES})
       SELECT $1::uuid, ${VALUES} FROM json_to_recordset($2::json) AS r (${COLUMNS})
       ON CONFLICT (workspace_id, message_id) DO NOTHING
       RETURNING message_id)
     SELECT coalesce(json_agg(message_id), '[]')::text AS ids FROM added`,
    [workspace, events],
  );
  return new Set<string>(JSON.parse(row?.ids ?? "[]"));
}

function toRow(event: IncomingEvent) {
  const person = personOf(event);
  return {
    message_id: event.messageId,
    type: event.type,
    event: event.event,
    at: event.at,
    client_at: event.clientAt,
    received_at: event.receivedAt,
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
