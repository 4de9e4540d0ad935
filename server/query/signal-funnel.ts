import type { SignalFunnel } from "../../lib/model/signal-report.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { notFound } from "../http/errors.ts";
import { CURRENT, numberIn } from "./current.ts";
import { signalsIn } from "./published-signals.ts";

/** `reachedAt` has a time for each use that the sequence needs; a step is reached with its last. */
const REACHED_AT = `
  SELECT step, count(*) AS people,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY at - before)::float8 AS median
  FROM (
    SELECT step, ${numberIn("detail->'reachedAt'->place")} AS at,
      ${numberIn("detail->'reachedAt'->(lag(place) OVER steps)")} AS before
    FROM ${CURRENT} c, unnest($3::int[]) WITH ORDINALITY AS s (place, step)
    WHERE signal = $2 AND version = $4::int
    WINDOW steps AS (PARTITION BY unknown, who ORDER BY step)) reached
  WHERE at IS NOT NULL GROUP BY step`;

/**
 * How many people got how far in the sequence of a milestone, as their devices say: so it works where single uses stay on
 * the devices. Only values of the version in force count, because another version may have other steps.
 */
export async function signalFunnel(sql: Sql, workspace: string, id: string): Promise<SignalFunnel> {
  const published = await readPublished(sql, workspace);
  const document = published.find((one) => one.kind === "signals" && one.id === id);
  const signal = signalsIn(published).find((one) => one.id === id);
  if (!document || !signal) throw notFound(`published signal "${id}"`);
  const answer = { signal: id, name: signal.name };
  if (signal.kind !== "milestone" || signal.when.type !== "sequence")
    return { ...answer, steps: [] };
  const { steps } = signal.when.sequence;
  let uses = 0;
  const places = steps.map(({ times = 1 }) => {
    uses += times;
    return uses - 1;
  });
  const rows = await sql.query<{ step: number; people: number; median: number | null }>(
    REACHED_AT,
    [workspace, id, places, document.version],
  );
  const names = new Map(
    published.flatMap((one) => (one.kind === "features" ? [[one.id, one.body.name] as const] : [])),
  );
  return {
    ...answer,
    steps: steps.map(({ feature, times = 1 }, at) => {
      const reached = rows.find(({ step }) => step === at + 1);
      return {
        features: [feature].flat().map((one) => names.get(one) ?? one),
        times,
        people: reached?.people ?? 0,
        median: reached?.median == null ? null : Math.max(0, reached.median),
      };
    }),
  };
}
