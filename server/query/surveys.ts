import type { Guide } from "../../lib/model/guide.ts";
import type { AskedQuestion, SurveyReport } from "../../lib/model/survey-report.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { dayOf } from "../ingest/fold.ts";
import { periodsUntil } from "../numbers/calendar.ts";
import { surveyScore } from "../numbers/survey-score.ts";
import { merged } from "./merged.ts";

type Kind = AskedQuestion["type"];

/** So many answers of one question and month that are the same. */
interface Row {
  guide: string;
  step: string;
  type: Kind;
  month: string;
  /** The rating or the option; of written answers there is none. */
  value: string | null;
  answers: number;
  last_at: number;
}

/** N21: from accounts that left, around the day on which they did. `a`: answers. */
export const FROM_LEAVERS = `EXISTS (SELECT FROM account_records r
  WHERE r.workspace_id = $1::uuid AND r.account_id = a.account_id
    AND abs((a.at AT TIME ZONE 'UTC')::date - r.churned_on) <= 90)`;

/** How many answers of a value there are, how many answers at all, or how many people answered a survey. */
interface Counted extends Row {
  of: "value" | "answers" | "people";
}

/**
 * N20: of a person, question and month the newest, counted in three ways. `$2`: the first day, `$3`: only of those who left.
 * What tells most answers apart is sorted by first.
 */
const REPORT = `
  WITH counted AS MATERIALIZED (
    SELECT DISTINCT ON (who, unknown, month, guide, step) who, unknown, month, guide, step, type, score, options, at
    FROM (
      SELECT a.*, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM') AS month FROM ${merged("survey_answers")} a
      WHERE a.at >= $2::timestamptz AND (NOT $3::boolean OR ${FROM_LEAVERS})) m
    ORDER BY who, unknown, month, guide, step, at DESC, message_id DESC)
  SELECT 'value' AS of, guide, step, type, month, score::text AS value, count(*) AS answers, max(at) AS last_at
  FROM counted WHERE options IS NULL GROUP BY guide, step, type, month, score
  UNION ALL
  SELECT 'value', guide, step, type, month, option, count(*), max(at)
  FROM counted LEFT JOIN LATERAL unnest(options) AS option ON true
  WHERE options IS NOT NULL GROUP BY guide, step, type, month, option
  UNION ALL
  SELECT 'answers', guide, step, type, month, NULL, count(*), max(at) FROM counted GROUP BY guide, step, type, month
  UNION ALL
  SELECT 'people', guide, '', '', '', NULL, count(*), max(at) FROM (
    SELECT guide, unknown, who, max(at) AS at FROM counted GROUP BY guide, unknown, who) p GROUP BY guide`;

/** What people answered in the surveys of a workspace in the last months, this one included. */
export async function surveyReport(
  sql: Sql,
  workspace: string,
  { months: asked, left, now }: { months: number; left: boolean; now: number },
): Promise<SurveyReport> {
  const months = periodsUntil(dayOf(now), "month", asked);
  const params = [workspace, `${months[0]?.from}T00:00:00Z`, left];
  const counted = await sql.query<Counted>(REPORT, params);
  const rows = counted.filter(({ of }) => of === "value");
  const totals = counted.filter(({ of }) => of === "answers");
  const people = counted.filter(({ of }) => of === "people");
  const published = (await readPublished(sql, workspace)).flatMap(({ kind, body }) =>
    kind === "guides" && body.kind === "survey" ? [body] : [],
  );
  const keys = months.map(({ key }) => key);
  const lastOf = (guide: string) => people.find((one) => one.guide === guide)?.last_at ?? 0;
  const ids = new Set([...people.map(({ guide }) => guide), ...published.map(({ id }) => id)]);
  return {
    months: keys,
    left,
    surveys: [...ids]
      .sort((a, b) => lastOf(b) - lastOf(a) || (a < b ? -1 : 1))
      .map((guide) => {
        const body = published.find(({ id }) => id === guide);
        return {
          guide,
          name: body?.name ?? null,
          people: people.find((one) => one.guide === guide)?.answers ?? 0,
          questions: questionsOf(
            body,
            rows.filter((row) => row.guide === guide),
            totals.filter((row) => row.guide === guide),
          ).map((question) => question(keys)),
        };
      }),
  };
}

/** Questions in the order of the survey, then those that it no longer asks. */
function questionsOf(
  body: Guide | undefined,
  rows: readonly Row[],
  totals: readonly Omit<Row, "value" | "last_at">[],
) {
  const asked = (body?.steps ?? []).flatMap(({ id, question }) =>
    question ? [{ step: id, type: question.type as Kind }] : [],
  );
  const known = new Set(asked.map(({ step, type }) => `${step} ${type}`));
  const gone = [...Map.groupBy(totals, ({ step, type }) => `${step} ${type}`)]
    .filter(([key]) => !known.has(key))
    .flatMap(([, [first]]) => (first ? [{ step: first.step, type: first.type }] : []));
  return [...asked, ...gone].map(({ step, type }) => (months: readonly string[]): AskedQuestion => {
    const isOwn = (row: { step: string; type: Kind }) => row.step === step && row.type === type;
    const own = rows.filter(isOwn);
    const counts = totals.filter(isOwn);
    const figure = (month?: string) => ({
      answers: counts
        .filter((row) => month === undefined || row.month === month)
        .reduce((sum, row) => sum + row.answers, 0),
      score: surveyScore(
        type,
        own
          .filter((row) => month === undefined || row.month === month)
          .map((row) => ({ score: Number(row.value), answers: row.answers })),
      ),
    });
    const at = body?.steps.find(({ id }) => id === step);
    return {
      step,
      type,
      title: at?.title ?? null,
      ...figure(),
      months: months.map((month) => ({ month, ...figure(month) })),
      values: valuesOf(at?.question, own),
    };
  });
}

function valuesOf(
  question: Guide["steps"][number]["question"],
  rows: readonly Row[],
): AskedQuestion["values"] {
  const given = Map.groupBy(
    rows.filter(({ value }) => value !== null),
    ({ value }) => value as string,
  );
  const options = question && "options" in question ? question.options : [];
  const values = new Set([...options.map(({ id }) => id), ...given.keys()]);
  const order = (value: string) => (options.length > 0 ? 0 : Number(value));
  return [...values]
    .sort((a, b) => order(a) - order(b))
    .map((value) => ({
      value,
      label: options.find(({ id }) => id === value)?.label ?? null,
      answers: (given.get(value) ?? []).reduce((sum, row) => sum + row.answers, 0),
    }));
}
