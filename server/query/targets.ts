import type { Guide } from "../../lib/model/guide.ts";
import type { GuideTargets } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { readVersion } from "../documents/store.ts";
import { guidePauses } from "../drift/pauses.ts";
import { LAST_FIRST, MISSED, SIGHTINGS } from "../drift/sightings.ts";
import { daysUntil } from "./merged.ts";

type Step = GuideTargets["steps"][number];
type Counts = Pick<Step, "found" | "likely" | "missing">;
type Counted<K> = K & Counts & { step: string; last: number };

/** How the searches for each step's element ended in the last `days` days, for one version of a guide. */
export async function guideTargets(
  sql: Sql,
  workspace: string,
  id: string,
  { wanted, days, now }: { wanted: number | undefined; days: number; now: number },
): Promise<GuideTargets> {
  const { version, body } = await readVersion(sql, workspace, "guides", id, wanted);
  const guide = body as unknown as Guide;
  const period = daysUntil(now, days);
  const params = [workspace, id, version, period[0], period.at(-1)];
  const people = <K extends object>(by: string) => sql.query<Counted<K>>(peopleBy(by), params);
  const whole = await people("step");
  const perDay = await people<{ day: string }>("step, day");
  const places = await people<{ lang: string; build: string }>("step, lang, build");
  const lasts = await sql.query<{
    step: string;
    lastSeen: number | null;
    lastMissing: number | null;
  }>(
    `SELECT step, max(last_at) FILTER (WHERE NOT (${MISSED})) AS "lastSeen",
       max(last_at) FILTER (WHERE ${MISSED}) AS "lastMissing"
     FROM ${SIGHTINGS} s WHERE ${IN_PERIOD} GROUP BY step`,
    params,
  );
  const pauses = await guidePauses(sql, workspace);
  const of = <R extends { step: string }>(rows: readonly R[], step: string) =>
    rows.filter((row) => row.step === step);
  return {
    guide: id,
    version,
    name: guide.name,
    days,
    pause: pauses.find((pause) => pause.guide === id && pause.version === version) ?? null,
    steps: guide.steps
      .map((step, index) => ({ ...step, at: index + 1 }))
      .filter(({ anchor }) => anchor !== undefined)
      .map(({ id: step, at, title }) => ({
        step,
        at,
        title,
        ...counts(of(whole, step)[0]),
        lastSeen: of(lasts, step)[0]?.lastSeen ?? null,
        lastMissing: of(lasts, step)[0]?.lastMissing ?? null,
        perDay: period.map((day) => ({
          day,
          ...counts(of(perDay, step).find((row) => row.day === day)),
        })),
        places: of(places, step).map(({ lang, build, last, ...row }) => ({
          lang: lang || null,
          build: build || null,
          ...counts(row),
          last,
        })),
      })),
  };
}

const IN_PERIOD = `guide = $2 AND version = $3::int AND day BETWEEN $4::date AND $5::date`;

/** People by the last of what they saw in each group; a person counts once in a group. */
function peopleBy(group: string): string {
  return `SELECT ${group}, max(last_at) AS last,
      count(*) FILTER (WHERE outcome <> 'likely' AND NOT (${MISSED})) AS found,
      count(*) FILTER (WHERE outcome = 'likely') AS likely,
      count(*) FILTER (WHERE ${MISSED}) AS missing
    FROM (SELECT DISTINCT ON (${group}, unknown, who) ${group}, outcome, last_at
      FROM ${SIGHTINGS} s WHERE ${IN_PERIOD} ORDER BY ${group}, ${LAST_FIRST}) latest
    GROUP BY ${group} ORDER BY count(*) DESC, ${group}`;
}

function counts(row: Counts | undefined): Counts {
  return { found: row?.found ?? 0, likely: row?.likely ?? 0, missing: row?.missing ?? 0 };
}
