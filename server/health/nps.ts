import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import { merged } from "../query/merged.ts";
import type { AccountFacts } from "./facts.ts";

/** The attribute under which the answers to NPS questions stand beside those from elsewhere. */
export const NPS = "nps";

const DAY_MS = 86_400_000;
const ANSWER_DAYS = 180;

/** What an account's people answered to NPS questions, 0 to 10: the mean of each one's newest answer, and when the last came. */
export interface Answered {
  value: number;
  at: number;
}

/** H21 of docs/spec/health.md, by account. */
export async function npsByAccount(
  sql: Sql,
  workspace: string,
  now: number,
): Promise<Map<string, Answered>> {
  const rows = await sql.query<Answered & { id: string }>(
    `SELECT u.account_id AS id, avg(n.score)::float8 AS value, max(n.at) AS at FROM (
       SELECT DISTINCT ON (who) who, score, at FROM ${merged("survey_answers")} s
       WHERE type = 'nps' AND score IS NOT NULL AND NOT unknown AND at > $2::timestamptz AND at <= $3::timestamptz
       ORDER BY who, at DESC, message_id DESC) n
       JOIN users u ON u.workspace_id = $1::uuid AND u.user_id = n.who
     WHERE u.account_id IS NOT NULL GROUP BY u.account_id`,
    [workspace, isoOf(now - ANSWER_DAYS * DAY_MS), isoOf(now)],
  );
  return new Map(rows.map(({ id, value, at }) => [id, { value, at }]));
}

/** The newer one counts: what was imported, or what was answered. */
export function withAnswers(
  attributes: AccountFacts["attributes"],
  answered: Answered | undefined,
): AccountFacts["attributes"] {
  const known = attributes.get(NPS);
  if (!answered || (known && known.at >= answered.at)) return attributes;
  return new Map([...attributes, [NPS, answered]]);
}
