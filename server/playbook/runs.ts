import type {
  Alert,
  PlaybookRun,
  PlaybookRuns,
  PlaybookWaiting,
} from "../../lib/model/playbook-report.ts";
import { readPlace, writePlace } from "../accounts/page.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import { timingOf } from "./pass.ts";
import { readPlaybook } from "./store.ts";

export interface RunQuestion {
  playbook?: string | undefined;
  account?: string | undefined;
  limit: number;
  after?: string | undefined;
}

/** What playbooks did and why, newest first. */
export async function listRuns(
  sql: Sql,
  workspace: string,
  { playbook, account, limit, after }: RunQuestion,
): Promise<PlaybookRuns> {
  const place = readPlace(after);
  const rows = await sql.query<PlaybookRun & { place: string }>(
    `SELECT p.id, p.playbook, p.account_id AS account, a.name, p.since, p.at, p.body, p.why, p.held_out AS "heldOut",
       p.results, p.at::text AS place
     FROM playbook_runs p JOIN account_records a ON a.workspace_id = p.workspace_id AND a.account_id = p.account_id
     WHERE p.workspace_id = $1
       AND ($2::text IS NULL OR p.playbook = $2::text) AND ($3::text IS NULL OR p.account_id = $3::text)
       AND ($4::text IS NULL OR (p.at, p.id) < ($4::text::timestamptz, $5::text::uuid))
     ORDER BY p.at DESC, p.id DESC LIMIT $6::int`,
    [
      workspace,
      playbook ?? null,
      account ?? null,
      place?.[0] ?? null,
      place?.[1] ?? null,
      limit + 1,
    ],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ place: _, ...run }) => run),
    next: rows.length > limit && last ? writePlace([last.place, last.id]) : null,
  };
}

/** For whom the condition holds, and when it fires if that goes on; those due first come first. */
export async function listWaiting(
  sql: Sql,
  workspace: string,
  id: string,
): Promise<PlaybookWaiting> {
  const { wait, coolDown } = timingOf((await readPlaybook(sql, workspace, id)).body);
  const rows = await sql.query<
    Omit<PlaybookWaiting["items"][number], "dueAt"> & { fired: boolean; firedAt: number | null }
  >(
    `SELECT w.account_id AS account, r.name, w.since, w.paused, w.fired_at AS "firedAt",
       w.since IS NOT DISTINCT FROM w.fired_since AS fired
     FROM playbook_watches w JOIN account_records r
       ON r.workspace_id = w.workspace_id AND r.account_id = w.account_id
     WHERE w.workspace_id = $1 AND w.playbook = $2 AND w.since IS NOT NULL
     ORDER BY fired, w.since, w.account_id`,
    [workspace, id],
  );
  return {
    items: rows.map(({ fired, firedAt, ...row }) => ({
      ...row,
      dueAt: fired ? null : Math.max(row.since + wait, (firedAt ?? -Infinity) + coolDown),
    })),
  };
}

const ALERT = `l.id, l.account_id AS account, a.name, l.playbook, l.run, l.level, l.title, l.at, l.closed_at AS "closedAt"
  FROM alerts l JOIN account_records a ON a.workspace_id = l.workspace_id AND a.account_id = l.account_id`;

export function listAlerts(
  sql: Sql,
  workspace: string,
  { account, state }: { account?: string | undefined; state: "open" | "any" },
): Promise<Alert[]> {
  return sql.query<Alert>(
    `SELECT ${ALERT} WHERE l.workspace_id = $1 AND ($2::text IS NULL OR l.account_id = $2::text)
       AND ($3::text = 'any' OR l.closed_at IS NULL) ORDER BY l.at DESC, l.id DESC LIMIT 500`,
    [workspace, account ?? null, state],
  );
}

/** Seen and done with, or open again; closed again it stays as it was. */
export async function closeAlert(
  sql: Sql,
  workspace: string,
  id: string,
  { at, by, closed }: { at: number; by: string; closed: boolean },
): Promise<Alert> {
  await sql.query(
    `UPDATE alerts SET closed_at = CASE WHEN $5::boolean THEN coalesce(closed_at, $3::timestamptz) END,
       closed_by = CASE WHEN $5::boolean THEN coalesce(closed_by, $4::uuid) END
     WHERE workspace_id = $1 AND id = $2`,
    [workspace, id, isoOf(at), by, closed],
  );
  const [alert] = await sql.query<Alert>(
    `SELECT ${ALERT} WHERE l.workspace_id = $1 AND l.id = $2`,
    [workspace, id],
  );
  if (!alert) throw notFound("alert with this id");
  return alert;
}
