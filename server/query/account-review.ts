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
import { personKey, readUses } from "../usage/read-uses.ts";
import { merged } from "./merged.ts";

const DAY_MS = 86_400_000;

/** Numbers and names of the people of an account: of those whom packed days know, and of the others. */
const PEOPLE = `
  SELECT p.number, u.user_id AS "user" FROM users u LEFT JOIN packed_people p
    ON p.workspace_id = u.workspace_id AND NOT p.anonymous AND p.person = u.user_id
  WHERE u.workspace_id = $1 AND u.account_id = $2`;

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
  const active = await activeWeeks(sql, workspace, id, { from, weeks });
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
    weeks: active,
    touches: touches.items.filter(({ at, kind }) => at >= since && at <= now && kind !== "note"),
    openTasks: tasks.items,
    answers: (["nps", "csat", "ces"] as const).flatMap((type) => {
      const own = rated.filter((row) => row.type === type);
      const answers = own.reduce((sum, row) => sum + row.answers, 0);
      return answers > 0 ? [{ type, answers, score: surveyScore(type, own) }] : [];
    }),
  };
}

/** In each week, how many people were there, and on how many days each. */
async function activeWeeks(
  sql: Sql,
  workspace: string,
  account: string,
  { from, weeks }: { from: string; weeks: number },
): Promise<AccountReview["weeks"]> {
  const period = { seen: from, to: addDays(from, 7 * weeks - 1) };
  const { days, loose } = await readUses(sql, workspace, period);
  const people = await sql.query<{ number: number | null; user: string }>(PEOPLE, [
    workspace,
    account,
  ]);
  const theirs = new Set(
    people.flatMap(({ number, user }) => number ?? loose.get(personKey(false, user)) ?? []),
  );
  const first = Date.parse(from) / DAY_MS;
  /** By week and day: who was there, each once. */
  const there = Array.from({ length: weeks }, () => new Map<number, Set<number>>());
  for (const { day, people } of days) {
    const week = there[Math.floor((day - first) / 7)];
    const some = people.filter((person) => theirs.has(person));
    week?.set(day, new Set([...(week.get(day) ?? []), ...some]));
  }
  return there.map((week, at) => ({
    from: addDays(from, 7 * at),
    people: new Set([...week.values()].flatMap((some) => [...some])).size,
    days: [...week.values()].reduce((sum, some) => sum + some.size, 0),
  }));
}
