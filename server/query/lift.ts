import { durationMs } from "../../lib/model/duration.ts";
import { type GuideLift, LIFT_MINIMUM, type LiftArm } from "../../lib/model/lift.ts";
import type { Sql } from "../db/database.ts";
import { type Published, readPublished } from "../documents/published.ts";
import { notFound } from "../http/errors.ts";
import { effectivePeople } from "../statistics/design-effect.ts";
import { newcombe } from "../statistics/newcombe.ts";
import { isRatioMismatch } from "../statistics/ratio-mismatch.ts";
import { wilson } from "../statistics/wilson.ts";
import { CURRENT, REACHED } from "./current.ts";
import { merged } from "./merged.ts";
import { signalsIn } from "./published-signals.ts";

/** Where no outcome signal of the guide says how long people have. */
const WITHIN = "14d";

/** People of one arm and account who are in the same state. */
interface Row {
  arm: "guide" | "holdout";
  account: string;
  state: "before" | "open" | "reached" | "missed";
  people: number;
}

/**
 * A person belongs to the arm met first. Whoever reached the goal before cannot be moved, and whoever still has time has not
 * missed it: both would only blur the arms, and the draw has put as many in each.
 */
const PEOPLE = `
  SELECT arm, account, state, count(*) AS people FROM (
    SELECT arm, account_id AS account, CASE
        WHEN since < first_at THEN 'before'
        WHEN first_at + $4::float8 * interval '1 millisecond' > $5::timestamptz THEN 'open'
        WHEN since <= first_at + $4::float8 * interval '1 millisecond' THEN 'reached'
        ELSE 'missed' END AS state
    FROM (
      SELECT DISTINCT ON (unknown, who) unknown, who, arm, account_id, first_at
      FROM ${merged("experiment_exposures")} x WHERE experiment = $2
      ORDER BY unknown, who, first_at, arm, account_id) met
    LEFT JOIN (
      SELECT unknown, who, since FROM ${CURRENT} c WHERE signal = $3 AND ${REACHED}) goal
      USING (unknown, who)) judged
  GROUP BY arm, account, state`;

/** Lift of a guide: the rate at which people reach its goal in the arm that gets it, against the holdout. */
export async function guideLift(
  sql: Sql,
  workspace: string,
  id: string,
  now: number,
): Promise<GuideLift> {
  const published = await readPublished(sql, workspace);
  const design = designOf(published, id);
  const { experiment, goal, within } = design;
  if (!experiment || !goal) return { ...design, result: null };
  const rows = await sql.query<Row>(PEOPLE, [
    workspace,
    experiment.id,
    goal.signal,
    within,
    new Date(now).toISOString(),
  ]);
  const arm = (name: Row["arm"]) =>
    armOf(
      rows.filter((row) => row.arm === name),
      experiment.unit,
    );
  const arms = { guide: arm("guide"), holdout: arm("holdout") };
  const { guide, holdout } = arms;
  const difference = guide.rate && holdout.rate && newcombe(guide.rate, holdout.rate);
  const inState = (state: Row["state"]) => peopleOf(rows.filter((row) => row.state === state));
  const verdict = () => {
    if (isRatioMismatch(holdout.units, guide.units, experiment.holdout)) return "mismatch";
    if (!difference || [guide, holdout].some((one) => isFew(one, experiment.unit))) return "few";
    if (difference.low > 0) return "more";
    return difference.high < 0 ? "less" : "open";
  };
  return {
    ...design,
    result: {
      arms,
      difference,
      open: inState("open"),
      before: inState("before"),
      verdict: verdict(),
    },
  };
}

function designOf(published: readonly Published[], id: string): Omit<GuideLift, "result"> {
  const guides = published.flatMap(({ kind, body }) => (kind === "guides" ? [body] : []));
  const guide = guides.find((one) => one.id === id);
  if (!guide) throw notFound(`published guide "${id}"`);
  const signals = signalsIn(published);
  const outcome = signals.find((one) => one.kind === "outcome" && one.guide === id);
  const told = outcome?.kind === "outcome" ? outcome : undefined;
  const goal = signals.find((one) => one.id === (guide.goal ?? told?.goal));
  const experiment = published.find(
    (one) => one.kind === "experiments" && one.id === guide.experiment,
  );
  return {
    guide: id,
    name: guide.name,
    experiment:
      experiment?.kind === "experiments"
        ? {
            id: experiment.id,
            name: experiment.body.name,
            unit: experiment.body.unit,
            holdout: experiment.body.holdout,
            shared: guides
              .filter((one) => one.id !== id && one.experiment === experiment.id)
              .map(({ name }) => name),
          }
        : null,
    goal: goal ? { signal: goal.id, name: goal.name } : null,
    within: durationMs(told?.within ?? WITHIN),
  };
}

type Unit = "user" | "account";

function armOf(rows: readonly Row[], unit: Unit): LiftArm {
  const judged = rows.filter(({ state }) => state === "reached" || state === "missed");
  const people = peopleOf(judged);
  const reached = peopleOf(judged.filter(({ state }) => state === "reached"));
  const units = unit === "account" ? new Set(rows.map((row) => row.account)).size : peopleOf(rows);
  if (people === 0) return { units, people, reached, rate: null };
  const clusters = [...Map.groupBy(judged, ({ account }) => account).values()].map((of) => ({
    people: peopleOf(of),
    reached: peopleOf(of.filter(({ state }) => state === "reached")),
  }));
  const value = reached / people;
  const worth = unit === "account" ? effectivePeople(clusters) : people;
  return { units, people, reached, rate: { value, ...wilson(value, worth) } };
}

function isFew({ people, units }: LiftArm, unit: Unit): boolean {
  return people < LIFT_MINIMUM.people || (unit === "account" && units < LIFT_MINIMUM.accounts);
}

function peopleOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.people, 0);
}
