import { isDeepStrictEqual } from "node:util";
import type { Playbook } from "../../lib/model/playbook.ts";
import type { PlaybookActs, StoredPlaybook } from "../../lib/model/playbook-report.ts";
import { RULES } from "../../lib/model/rule.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, notFound } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import { pauseWatch } from "./watches.ts";

const COLUMNS = `p.id, p.body, p.paused, p.updated_at AS "updatedAt",
  (SELECT count(*) FROM playbook_watches w
   WHERE w.workspace_id = p.workspace_id AND w.playbook = p.id AND w.since IS NOT NULL) AS holds,
  (SELECT count(*) FROM playbook_runs r WHERE r.workspace_id = p.workspace_id AND r.playbook = p.id) AS runs,
  (SELECT max(r.at) FROM playbook_runs r WHERE r.workspace_id = p.workspace_id AND r.playbook = p.id) AS "lastRun"`;

export function listPlaybooks(sql: Sql, workspace: string): Promise<StoredPlaybook[]> {
  return sql.query<StoredPlaybook>(
    `SELECT ${COLUMNS} FROM playbooks p WHERE p.workspace_id = $1 AND p.removed_at IS NULL ORDER BY p.id`,
    [workspace],
  );
}

export async function readPlaybook(
  sql: Sql,
  workspace: string,
  id: string,
): Promise<StoredPlaybook> {
  const [found] = await sql.query<StoredPlaybook>(
    `SELECT ${COLUMNS} FROM playbooks p WHERE p.workspace_id = $1 AND p.id = $2 AND p.removed_at IS NULL`,
    [workspace, id],
  );
  if (!found) throw notFound("playbook with this id");
  return found;
}

export interface RunningPlaybook {
  id: string;
  body: Playbook;
  paused: boolean;
  by: string;
}

/** Those that are paused look, too. */
export function readRunning(sql: Sql, workspace: string): Promise<RunningPlaybook[]> {
  return sql.query<RunningPlaybook>(
    `SELECT id, body, paused, updated_by AS by FROM playbooks
     WHERE workspace_id = $1 AND removed_at IS NULL ORDER BY id`,
    [workspace],
  );
}

/** Who does something, when (epoch ms). `mayRun`: may decide what is done to customers. */
export interface By {
  at: number;
  by: string;
  mayRun: boolean;
  newId: () => string;
}

/** Makes or changes it. New ones are paused; another condition is looked at from the beginning. J6, J10. */
export async function putPlaybook(
  sql: Sql,
  workspace: string,
  { id, body }: { id: string; body: Playbook },
  by: By,
): Promise<StoredPlaybook> {
  const [before] = await sql.query<{ body: Playbook; paused: boolean; removed: boolean }>(
    `SELECT body, paused, removed_at IS NOT NULL AS removed FROM playbooks
     WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
    [workspace, id],
  );
  if (before && !before.removed && isDeepStrictEqual(before.body, body)) {
    return readPlaybook(sql, workspace, id);
  }
  if (before && !before.removed && !before.paused && !by.mayRun) {
    throw new ApiError(403, "forbidden", RULES.playbookRuns);
  }
  await sql.query(
    `INSERT INTO playbooks (workspace_id, id, body, paused, updated_at, updated_by)
     VALUES ($1, $2, $3::jsonb, true, $4, $5)
     ON CONFLICT (workspace_id, id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by, paused = playbooks.paused OR playbooks.removed_at IS NOT NULL,
       removed_at = NULL`,
    [workspace, id, JSON.stringify(body), isoOf(by.at), by.by],
  );
  if (before && !isDeepStrictEqual(before.body.when, body.when)) {
    await sql.query(
      "UPDATE playbook_watches SET since = NULL WHERE workspace_id = $1 AND playbook = $2",
      [workspace, id],
    );
  }
  await writeAct(sql, workspace, { playbook: id, act: "written", account: null, body }, by);
  return readPlaybook(sql, workspace, id);
}

/** For all accounts, or for one. */
export async function pausePlaybook(
  sql: Sql,
  workspace: string,
  { id, account, paused }: { id: string; account: string | undefined; paused: boolean },
  by: By,
): Promise<StoredPlaybook> {
  await readPlaybook(sql, workspace, id);
  if (account === undefined) {
    // Whoever lets it run stands behind what it does.
    await sql.query(
      `UPDATE playbooks SET paused = $3, updated_by = CASE WHEN $3 THEN updated_by ELSE $4::uuid END
       WHERE workspace_id = $1 AND id = $2`,
      [workspace, id, paused, by.by],
    );
  } else {
    const there = await sql.query(
      "SELECT 1 FROM account_records WHERE workspace_id = $1 AND account_id = $2 AND archived_at IS NULL",
      [workspace, account],
    );
    if (there.length === 0) throw notFound("account with this id");
    await pauseWatch(sql, workspace, { playbook: id, account }, paused);
  }
  const act = paused ? "paused" : "resumed";
  await writeAct(sql, workspace, { playbook: id, act, account: account ?? null, body: null }, by);
  return readPlaybook(sql, workspace, id);
}

/** Its runs stay, and what it remembers: made again, it fires for no cause a second time. */
export async function removePlaybook(
  sql: Sql,
  workspace: string,
  id: string,
  by: By,
): Promise<void> {
  await readPlaybook(sql, workspace, id);
  await sql.query(
    "UPDATE playbooks SET removed_at = $3, paused = true WHERE workspace_id = $1 AND id = $2",
    [workspace, id, isoOf(by.at)],
  );
  await writeAct(sql, workspace, { playbook: id, act: "removed", account: null, body: null }, by);
}

type Act = Pick<PlaybookActs["items"][number], "act" | "account" | "body"> & { playbook: string };

async function writeAct(
  sql: Sql,
  workspace: string,
  { playbook, act, account, body }: Act,
  { at, by, newId }: By,
): Promise<void> {
  await sql.query(
    `INSERT INTO playbook_acts (workspace_id, playbook, id, at, done_by, act, account_id, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
    [workspace, playbook, newId(), isoOf(at), by, act, account, body && JSON.stringify(body)],
  );
}

/** Who did what with it, newest first. */
export async function listActs(sql: Sql, workspace: string, id: string): Promise<PlaybookActs> {
  const items = await sql.query<PlaybookActs["items"][number]>(
    `SELECT a.at, coalesce(c.name, '') AS by, a.act, a.account_id AS account, a.body
     FROM playbook_acts a LEFT JOIN credentials c ON c.workspace_id = a.workspace_id AND c.id = a.done_by
     WHERE a.workspace_id = $1 AND a.playbook = $2 ORDER BY a.at DESC, a.id DESC LIMIT 500`,
    [workspace, id],
  );
  return { items };
}
