import type { AccountReview } from "../../lib/model/account-review.ts";
import type { Rating } from "../../lib/model/scales.ts";
import { readJourney } from "../accounts/journey.ts";
import { readAccount } from "../accounts/read.ts";
import { listTasks } from "../accounts/tasks.ts";
import { listTouches } from "../accounts/touches.ts";
import type { Sql } from "../db/database.ts";
import { dayOf } from "../ingest/fold.ts";
import { addDays } from "../numbers/calendar.ts";
import { surveyScore } from "../numbers/survey-score.ts";
import { merged } from "./merged.ts";

/**
 * `$3`: the days, the first of a week first. Asked person by person and day by day, so that the table of all people's days
 * is never gone over; the days are told and not worked out, because PostgreSQL looks nothing up by what it works out
 * where rows are hidden from a role (`date + int` is not leakproof).
 */
const WEEKS = `
  SELECT ((d.at - 1) / 7)::int AS week, count(DISTINCT u.user_id)::int AS people, count(*)::int AS days
  FROM users u CROSS JOIN unnest($3::date[]) WITH ORDINALITY AS d (day, at)
  WHERE u.workspace_id = $1::uuid AND u.account_id = $2 AND (
    SELECT count(*) FROM person_days p WHERE p.workspace_id = $1::uuid AND NOT p.anonymous
      AND p.person = u.user_id AND p.day = d.day) > 0
  GROUP BY 1`;

const ANSWERS = `
  SELECT type, score, count(*) AS answers FROM (
    SELECT DISTINCT ON (a.guide, a.step, a.unknown, a.who) a.type, a.score FROM ${merged("survey_answers")} a
    WHERE a.account_id = $2 AND a.at >= $3::timestamptz AND a.score IS NOT NULL
    ORDER BY a.guide, a.step, a.unknown, a.who, a.at DESC, a.message_id DESC) newest
  GROUP BY 1, 2`;

/** An account over the last weeks, as it is shown to the client. */
export async function accountReview(
  sql: Sql,
  workspace: string,
  id: string,
  { weeks, now }: { weeks: number; now: number },
): Promise<AccountReview> {
  const account = await readAccount(sql, workspace, id);
  const today = dayOf(now);
  const from = addDays(today, -7 * weeks);
  const since = Date.parse(`${from}T00:00:00Z`);
  const active = await sql.query<{ week: number; people: number; days: number }>(WEEKS, [
    workspace,
    id,
    Array.from({ length: 7 * weeks }, (_, day) => addDays(from, day)),
  ]);
  const rated = await sql.query<{ type: Rating; score: number; answers: number }>(ANSWERS, [
    workspace,
    id,
    new Date(since).toISOString(),
  ]);
  const touches = await listTouches(sql, workspace, id, { limit: 200, after: undefined });
  const tasks = await listTasks(sql, workspace, {
    account: id,
    state: "open",
    limit: 100,
    after: undefined,
    owner: undefined,
    dueTo: undefined,
  });
  const { stages } = await readJourney(sql, workspace);
  return {
    account,
    stage: stages.find((stage) => stage.id === account.stage)?.name ?? null,
    today,
    from,
    weeks: Array.from({ length: weeks }, (_, week) => {
      const told = active.find((row) => row.week === week);
      return {
        from: addDays(from, 7 * week),
        people: told?.people ?? 0,
        days: told?.days ?? 0,
      };
    }),
    touches: touches.items.filter(({ at, kind }) => at >= since && at <= now && kind !== "note"),
    openTasks: tasks.items,
    answers: (["nps", "csat", "ces"] as const).flatMap((type) => {
      const own = rated.filter((row) => row.type === type);
      const answers = own.reduce((sum, row) => sum + row.answers, 0);
      return answers > 0 ? [{ type, answers, score: surveyScore(type, own) }] : [];
    }),
  };
}
