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

/** Asked person by person and day by day, so that the table of all people's days is never gone over. */
const WEEKS = `
  SELECT w.week, count(DISTINCT u.user_id)::int AS people, count(*)::int AS days
  FROM users u CROSS JOIN generate_series(0, $4::int - 1) AS w (week) CROSS JOIN generate_series(0, 6) AS d (day)
  WHERE u.workspace_id = $1::uuid AND u.account_id = $2 AND (
    SELECT count(*) FROM person_days p WHERE p.workspace_id = $1::uuid AND NOT p.anonymous
      AND p.person = u.user_id AND p.day = $3::date + w.week * 7 + d.day) > 0
  GROUP BY w.week`;

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
    from,
    weeks,
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
