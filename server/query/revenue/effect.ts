import type { EffectReport, Treatment } from "../../../lib/model/effect.ts";
import type { Sql } from "../../db/database.ts";
import { dayOf } from "../../ingest/fold.ts";
import { addDays } from "../../numbers/calendar.ts";
import { incrementalOf, outcomesOf, thirds } from "../../numbers/effect.ts";
import { stateOn } from "../../numbers/history.ts";
import { readHistories } from "./histories.ts";

/** In days: for how long something may be done, and over how long usage is counted. */
const WINDOW = 30;
const USAGE = 28;

const TOUCHED = (kinds: string) => `SELECT DISTINCT account_id AS account FROM touches
  WHERE workspace_id = $1::uuid AND state = 'done' AND kind IN (${kinds})
    AND (at AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date`;

/** Accounts to which it was done from `$2` to `$3`. What clients ask for by themselves (tickets) is nothing that was done. */
const TREATED: Readonly<Record<Treatment, string>> = {
  contact: TOUCHED("'call', 'meeting', 'qbr', 'email', 'chat'"),
  meeting: TOUCHED("'call', 'meeting', 'qbr'"),
  review: TOUCHED("'qbr'"),
  playbook: `SELECT DISTINCT account_id AS account FROM tasks
    WHERE workspace_id = $1::uuid AND source = 'playbook' AND state = 'done'
      AND (closed_at AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date`,
};

/** Accounts for which the playbook `$4` fired from `$2` to `$3`. */
const FIRED = `SELECT DISTINCT account_id AS account FROM playbook_runs
  WHERE workspace_id = $1::uuid AND (at AT TIME ZONE 'UTC')::date BETWEEN $2::date AND $3::date
    AND playbook = $4::text AND NOT held_out`;

/** Uses of features by account (H20 of docs/spec/health.md) in two stretches: `$2` to `$3` and `$4` to `$5`. */
const USES = `
  SELECT account_id AS account, coalesce(sum(uses) FILTER (WHERE day <= $3::date), 0) AS before,
    coalesce(sum(uses) FILTER (WHERE day >= $4::date), 0) AS after
  FROM account_feature_days
  WHERE workspace_id = $1::uuid AND (day BETWEEN $2::date AND $3::date OR day BETWEEN $4::date AND $5::date)
  GROUP BY 1`;

/** N16: what became of the accounts to which something was done, beside others like them. `playbook`: by this one only. */
export async function effectReport(
  sql: Sql,
  workspace: string,
  { of, playbook, lag, now }: { of: Treatment; playbook?: string; lag: number; now: number },
): Promise<EffectReport> {
  // Of today nothing can be said before it is over.
  const last = addDays(dayOf(now), -1);
  const to = addDays(last, -lag);
  const window = { from: addDays(to, 1 - WINDOW), to };
  const eve = addDays(window.from, -1);
  const before = { from: addDays(eve, 1 - USAGE), to: eve };
  const after = { from: addDays(last, 1 - USAGE), to: last };
  const span = [workspace, window.from, window.to];
  const done = await (playbook === undefined
    ? sql.query<{ account: string }>(TREATED[of], span)
    : sql.query<{ account: string }>(FIRED, [...span, playbook]));
  const treated = new Set(done.map(({ account }) => account));
  const uses = new Map(
    (
      await sql.query<{ account: string; before: number; after: number }>(USES, [
        workspace,
        before.from,
        before.to,
        after.from,
        after.to,
      ])
    ).map((row) => [row.account, row]),
  );
  const customers = (await readHistories(sql, workspace)).filter(
    (history) => stateOn(history, eve).is !== "none",
  );
  const usageOf = (account: string) => uses.get(account) ?? { before: 0, after: 0 };
  const third = thirds(customers.map(({ account }) => usageOf(account).before));
  const outcomes = outcomesOf(
    customers.map((history) => {
      const usage = usageOf(history.account);
      const { plan, size } = history.slices;
      return {
        history,
        treated: treated.has(history.account),
        stratum: JSON.stringify([plan, size, third(usage.before)]),
        before: eve,
        after: last,
        usage,
      };
    }),
  );
  return {
    of,
    lag,
    window,
    before,
    after,
    customers: customers.length,
    treated: customers.filter(({ account }) => treated.has(account)).length,
    outcomes,
    incremental: incrementalOf(outcomes),
  };
}
