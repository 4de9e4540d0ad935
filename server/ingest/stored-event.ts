import type { Sql } from "../db/database.ts";
import type { IncomingEvent } from "./event.ts";
import { readKnownEvent } from "./known-events.ts";

type Row = Omit<IncomingEvent, "known" | "traits">;

/**
 * Events as they were before they were stored, to derive from them anew. Traits are kept with the person and not with
 * the event, so that they have none. `where` is a condition on `events` with `$2` as its value.
 */
export async function readStored(
  sql: Sql,
  workspace: string,
  where: "person = $2 AND anonymous" | "person = $2 AND NOT anonymous" | "device = $2",
  value: string,
): Promise<IncomingEvent[]> {
  const rows = await sql.query<Row>(
    `SELECT message_id AS "messageId", type, event, at, client_at AS "clientAt", received_at AS "receivedAt",
       clock_offset_ms AS "clockOffsetMs", user_id AS "user", account_id AS account, device, boot, seq, host, path,
       verified, properties
     FROM events WHERE workspace_id = $1 AND ${where}`,
    [workspace, value],
  );
  return rows.map((row) => {
    const known =
      row.type === "track" ? readKnownEvent(row.event ?? "", row.properties ?? {}) : null;
    return { ...row, known: known?.ok ? known.value : null, traits: {} };
  });
}
