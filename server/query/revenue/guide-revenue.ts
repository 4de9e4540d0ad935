import type { GuideRevenue } from "../../../lib/model/effect.ts";
import type { Sql } from "../../db/database.ts";
import { readPublished } from "../../documents/published.ts";
import { notFound } from "../../http/errors.ts";
import { dayOf } from "../../ingest/fold.ts";
import { addDays } from "../../numbers/calendar.ts";
import { incrementalOf, outcomesOf } from "../../numbers/effect.ts";
import { stateOn } from "../../numbers/history.ts";
import { isRatioMismatch } from "../../statistics/ratio-mismatch.ts";
import { readHistories } from "./histories.ts";

/** The arm that an account met first, and the day. */
const MET = `
  SELECT DISTINCT ON (account_id) account_id AS account, arm, (first_at AT TIME ZONE 'UTC')::date AS day
  FROM experiment_exposures WHERE workspace_id = $1::uuid AND experiment = $2 AND account_id <> ''
  ORDER BY account_id, first_at, arm`;

/** N15: what became of the accounts that a guide was for, beside those that were held out. */
export async function guideRevenue(
  sql: Sql,
  workspace: string,
  id: string,
  { lag, now }: { lag: number; now: number },
): Promise<GuideRevenue> {
  const published = await readPublished(sql, workspace);
  const guide = published.find((one) => one.kind === "guides" && one.id === id);
  if (guide?.kind !== "guides") throw notFound(`published guide "${id}"`);
  const { name, experiment: named } = guide.body;
  const experiment = published.find((one) => one.kind === "experiments" && one.id === named);
  const nothing = {
    guide: id,
    name,
    lag,
    open: 0,
    mismatch: false,
    outcomes: [],
    incremental: null,
  };
  if (experiment?.kind !== "experiments") return { ...nothing, missing: "experiment" };
  if (experiment.body.unit !== "account") return { ...nothing, missing: "accounts" };
  const last = addDays(dayOf(now), -1);
  const met = await sql.query<{ account: string; arm: "guide" | "holdout"; day: string }>(MET, [
    workspace,
    experiment.id,
  ]);
  const histories = new Map((await readHistories(sql, workspace)).map((one) => [one.account, one]));
  const customers = met.flatMap(({ account, arm, day }) => {
    const history = histories.get(account);
    const before = addDays(day, -1);
    return history && stateOn(history, before).is !== "none"
      ? [
          {
            history,
            treated: arm === "guide",
            stratum: "",
            before,
            after: addDays(day, lag),
            usage: null,
          },
        ]
      : [];
  });
  const old = customers.filter(({ after }) => after <= last);
  const held = met.filter(({ arm }) => arm === "holdout").length;
  const mismatch = isRatioMismatch(held, met.length - held, experiment.body.holdout);
  const outcomes = outcomesOf(old);
  return {
    ...nothing,
    missing: null,
    open: customers.length - old.length,
    mismatch,
    outcomes,
    incremental: mismatch ? null : incrementalOf(outcomes),
  };
}
