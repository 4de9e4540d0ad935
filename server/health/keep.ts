import type { RiskAnswer } from "../churn/risk.ts";
import type { Sql } from "../db/database.ts";
import { enqueueNews } from "../forward/enqueue-news.ts";
import { dayOf, isoOf } from "../ingest/fold.ts";
import type { Assessment } from "./assess.ts";
import type { Band } from "./band.ts";
import { readStood, standingNews } from "./news.ts";

/** What became of an account in a pass. */
export interface Standing extends Pick<Assessment, "profile" | "health" | "usual">, RiskAnswer {
  account: string;
  band: Band | null;
}

/** The last score of each of these accounts before today: what H7 of docs/spec/health.md compares with. */
export async function scoresBefore(
  sql: Sql,
  workspace: string,
  accounts: readonly string[],
  now: number,
): Promise<Map<string, { score: number; band: Band }>> {
  const rows = await sql.query<{ id: string; score: number; band: Band }>(
    `SELECT DISTINCT ON (account_id) account_id AS id, score, band FROM account_health_days
     WHERE workspace_id = $1 AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))
       AND day < $3::date AND score IS NOT NULL
     ORDER BY account_id, day DESC`,
    [workspace, JSON.stringify(accounts), dayOf(now)],
  );
  return new Map(rows.map(({ id, score, band }) => [id, { score, band }]));
}

/** The day's row of each account, and how it stands. */
export async function keepStandings(
  sql: Sql,
  workspace: string,
  standings: readonly Standing[],
  now: number,
): Promise<void> {
  const rows = standings.map(({ account, profile, health, usual, band, risk, causes }) => ({
    account,
    profile: profile.id,
    score: health.score,
    coverage: health.coverage,
    band,
    risk,
    causes,
    reasons: health.reasons,
    scores: health.scores,
    brief: health.scores.map(({ id, score, coverage }) => ({ id, score, coverage })),
    usual,
  }));
  const params = [workspace, JSON.stringify(rows), dayOf(now)];
  const given = `jsonb_to_recordset($2::jsonb) AS r (account text, profile text, score double precision,
    coverage double precision, band text, risk text, causes jsonb, reasons jsonb, scores jsonb, brief jsonb, usual jsonb)`;
  await sql.query(
    `INSERT INTO account_health_days (workspace_id, account_id, day, profile, score, coverage, band, risk, scores)
     SELECT $1::uuid, account, $3::date, profile, score, coverage, band, risk, brief FROM ${given}
     ON CONFLICT (workspace_id, account_id, day) DO UPDATE SET profile = excluded.profile, score = excluded.score,
       coverage = excluded.coverage, band = excluded.band, risk = excluded.risk, scores = excluded.scores`,
    params,
  );
  const stood = await readStood(
    sql,
    workspace,
    standings.map(({ account }) => account),
  );
  await enqueueNews(sql, workspace, standingNews(stood, standings), now);
  const isSame = "account_health.risk IS NOT DISTINCT FROM excluded.risk";
  await sql.query(
    `INSERT INTO account_health (workspace_id, account_id, at, profile, score, coverage, band, risk, risk_since,
       causes, reasons, scores, usual)
     SELECT $1::uuid, account, $4::timestamptz, profile, score, coverage, band, risk, $3::date,
       causes, reasons, scores, usual FROM ${given}
     ON CONFLICT (workspace_id, account_id) DO UPDATE SET at = excluded.at, profile = excluded.profile,
       score = excluded.score, coverage = excluded.coverage, band = excluded.band, risk = excluded.risk,
       risk_since = CASE WHEN ${isSame} THEN account_health.risk_since ELSE excluded.risk_since END,
       risk_before = CASE WHEN ${isSame} THEN account_health.risk_before
         ELSE coalesce(account_health.risk, 'unknown') END,
       causes = excluded.causes, reasons = excluded.reasons, scores = excluded.scores, usual = excluded.usual`,
    [...params, isoOf(now)],
  );
}

export interface Pass {
  day: string;
  finishedAt: number;
  accounts: number;
}

export async function lastPass(sql: Sql, workspace: string): Promise<Pass | null> {
  const [row] = await sql.query<Pass>(
    `SELECT day, finished_at AS "finishedAt", accounts FROM health_passes WHERE workspace_id = $1`,
    [workspace],
  );
  return row ?? null;
}

export async function keepPass(
  sql: Sql,
  workspace: string,
  { day, finishedAt, accounts }: Pass,
): Promise<void> {
  await sql.query(
    `INSERT INTO health_passes (workspace_id, day, finished_at, accounts)
     VALUES ($1, $2::date, $3::timestamptz, $4::int)
     ON CONFLICT (workspace_id) DO UPDATE SET day = excluded.day, finished_at = excluded.finished_at,
       accounts = excluded.accounts`,
    [workspace, day, isoOf(finishedAt), accounts],
  );
}
