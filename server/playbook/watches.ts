import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import type { Watch } from "./watch.ts";

export interface StoredWatch {
  playbook: string;
  account: string;
  watch: Watch;
  /** For this account. */
  paused: boolean;
}

export async function readWatches(
  sql: Sql,
  workspace: string,
  accounts: readonly string[],
): Promise<StoredWatch[]> {
  const rows = await sql.query<Watch & Omit<StoredWatch, "watch">>(
    `SELECT playbook, account_id AS account, since, fired_since AS "firedFor", fired_at AS "firedAt", paused
     FROM playbook_watches
     WHERE workspace_id = $1 AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify(accounts)],
  );
  return rows.map(({ playbook, account, paused, ...watch }) => ({
    playbook,
    account,
    paused,
    watch,
  }));
}

/** `paused` of one that is there stays. */
export async function writeWatches(
  sql: Sql,
  workspace: string,
  watches: readonly Omit<StoredWatch, "paused">[],
): Promise<void> {
  if (watches.length === 0) return;
  const time = (ms: number | null) => (ms === null ? null : isoOf(ms));
  await sql.query(
    `INSERT INTO playbook_watches (workspace_id, playbook, account_id, since, fired_since, fired_at, paused)
     SELECT $1::uuid, playbook, account, since, fired_since, fired_at, false
     FROM jsonb_to_recordset($2::jsonb) AS r (playbook text, account text, since timestamptz,
       fired_since timestamptz, fired_at timestamptz)
     ON CONFLICT (workspace_id, playbook, account_id) DO UPDATE SET since = excluded.since,
       fired_since = excluded.fired_since, fired_at = excluded.fired_at`,
    [
      workspace,
      JSON.stringify(
        watches.map(({ playbook, account, watch }) => ({
          playbook,
          account,
          since: time(watch.since),
          fired_since: time(watch.firedFor),
          fired_at: time(watch.firedAt),
        })),
      ),
    ],
  );
}

/** Pauses or resumes a playbook for one account. */
export async function pauseWatch(
  sql: Sql,
  workspace: string,
  { playbook, account }: { playbook: string; account: string },
  paused: boolean,
): Promise<void> {
  await sql.query(
    `INSERT INTO playbook_watches (workspace_id, playbook, account_id, paused) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id, playbook, account_id) DO UPDATE SET paused = excluded.paused`,
    [workspace, playbook, account, paused],
  );
}
