import type { Sql } from "../db/database.ts";

/** A day from which on an account was in a stage, or in none. */
export interface StageEntry {
  since: string;
  stage: string | null;
}

export interface StageChange extends StageEntry {
  /** The day of an entry that was a mistake and goes. */
  drop: string | null;
}

/** The two newest entries of each of these accounts, the newest first. */
export async function newestStages(
  sql: Sql,
  workspace: string,
  accounts: readonly string[],
): Promise<Map<string, readonly StageEntry[]>> {
  if (accounts.length === 0) return new Map();
  const rows = await sql.query<StageEntry & { account: string }>(
    `SELECT account, since, stage FROM (
       SELECT account_id AS account, since, stage, row_number() OVER (PARTITION BY account_id ORDER BY since DESC) AS n
       FROM account_stages WHERE workspace_id = $1
         AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))) s
     WHERE n <= 2 ORDER BY account, since DESC`,
    [workspace, JSON.stringify(accounts)],
  );
  return Map.groupBy(rows, ({ account }) => account);
}

/**
 * The entry of an account that comes to `stage` without saying since when: today; but back in the stage out of which it
 * came today, or out of which it should not have come (`isMistake`), it is there since it was before.
 */
export function entryOf(
  stage: string | null,
  [current, before]: readonly StageEntry[],
  { today, isMistake }: { today: string; isMistake: boolean },
): StageChange {
  if (!current || !(isMistake || current.since === today))
    return { since: today, stage, drop: null };
  if (before?.stage === stage) return { ...before, drop: current.since };
  // What it had before stood on the same day and was written over.
  return { since: isMistake && stage !== null ? current.since : today, stage, drop: null };
}

export async function dropStages(
  sql: Sql,
  workspace: string,
  entries: readonly { account_id: string; since: string }[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql.query(
    `DELETE FROM account_stages s
     USING jsonb_to_recordset($2::jsonb) AS r (account_id text, since date)
     WHERE s.workspace_id = $1 AND s.account_id = r.account_id AND s.since = r.since`,
    [workspace, JSON.stringify(entries)],
  );
}
