import type { Sql } from "../db/database.ts";
import { foldPeople } from "../ingest/fold-people.ts";
import { readStoredOn } from "../ingest/stored-event.ts";
import { upsert } from "../ingest/upserts.ts";

/** Devices whose first known user this is: what they did before is that user's. */
export async function devicesOf(sql: Sql, workspace: string, user: string): Promise<string[]> {
  const rows = await sql.query<{ device: string }>(
    "SELECT device FROM devices WHERE workspace_id = $1 AND user_id = $2",
    [workspace, user],
  );
  return rows.map(({ device }) => device);
}

/** Everybody who was named on a device. */
export async function usersOn(sql: Sql, workspace: string, device: string): Promise<string[]> {
  const [row] = await sql.query<{ users: string[] }>(
    "SELECT users FROM devices WHERE workspace_id = $1 AND device = $2",
    [workspace, device],
  );
  return row?.users ?? [];
}

/** Where nothing that they did on a device is kept, they were not on it. */
export async function forgetOnDevices(sql: Sql, workspace: string, user: string): Promise<void> {
  await sql.query(
    `UPDATE devices d SET users = array_remove(users, $2) WHERE workspace_id = $1 AND users @> ARRAY[$2]
       AND NOT EXISTS (SELECT FROM events e
         WHERE e.workspace_id = $1 AND e.person = $2 AND NOT e.anonymous AND e.device = d.device)`,
    [workspace, user],
  );
}

/** What is known of a device, worked out anew from what is left of it. */
export async function renewDevice(sql: Sql, workspace: string, device: string): Promise<void> {
  const [before] = await sql.query<{ users: string[] }>(
    "DELETE FROM devices WHERE workspace_id = $1 AND device = $2 RETURNING users",
    [workspace, device],
  );
  const remaining = await readStoredOn(sql, workspace, device, before?.users ?? []);
  await upsert(sql, workspace, "devices", foldPeople(remaining).devices);
}
