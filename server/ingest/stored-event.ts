import type { Sql } from "../db/database.ts";
import type { IncomingEvent, Person } from "./event.ts";
import { readKnownEvent } from "./known-events.ts";

type Row = Omit<IncomingEvent, "known" | "traits">;

/**
 * Events as they were before they were stored, to derive from them anew. Traits are kept with the person and not with
 * the event, so that they have none.
 */
export function readStored(
  sql: Sql,
  workspace: string,
  { person, anonymous }: Person,
): Promise<IncomingEvent[]> {
  return read(sql, "person = $2 AND anonymous = $3", [workspace, person, anonymous]);
}

/** The same of what a device sent; `users`: everybody who was named on it, since events are found by their people. */
export function readStoredOn(
  sql: Sql,
  workspace: string,
  device: string,
  users: readonly string[],
): Promise<IncomingEvent[]> {
  const params = [workspace, device, [device, ...users]];
  return read(sql, "device = $2 AND person = ANY ($3::text[])", params);
}

async function read(sql: Sql, where: string, params: readonly unknown[]): Promise<IncomingEvent[]> {
  const rows = await sql.query<Row>(
    `SELECT message_id AS "messageId", type, event, at, client_at AS "clientAt", received_at AS "receivedAt",
       clock_offset_ms AS "clockOffsetMs", user_id AS "user", account_id AS account, device, boot, seq, host, path,
       verified, properties
     FROM events WHERE workspace_id = $1 AND ${where}`,
    params,
  );
  return rows.map((row) => {
    const known =
      row.type === "track" ? readKnownEvent(row.event ?? "", row.properties ?? {}) : null;
    return { ...row, known: known?.ok ? known.value : null, traits: {} };
  });
}
