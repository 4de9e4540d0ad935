import type { PlaybookEffect } from "../../../lib/model/effect.ts";
import type { Sql } from "../../db/database.ts";
import { dayOf } from "../../ingest/fold.ts";
import { addDays } from "../../numbers/calendar.ts";
import { incrementalOf, outcomesOf } from "../../numbers/effect.ts";
import { stateOn } from "../../numbers/history.ts";
import { readPlaybook } from "../../playbook/store.ts";
import { isRatioMismatch } from "../../statistics/ratio-mismatch.ts";
import { effectReport } from "./effect.ts";
import { readHistories } from "./histories.ts";

/** The first time it fired for each account while as many were held out as today. */
const FIRST = `
  SELECT DISTINCT ON (account_id) account_id AS account, held_out AS held, (at AT TIME ZONE 'UTC')::date AS day
  FROM playbook_runs
  WHERE workspace_id = $1::uuid AND playbook = $2::text AND (body->>'holdout')::float8 = $3::float8
  ORDER BY account_id, at, id`;

/** N24 of docs/spec/numbers.md: against the holdout where there is one, else beside accounts like them. */
export async function playbookEffect(
  sql: Sql,
  workspace: string,
  id: string,
  { lag, now }: { lag: number; now: number },
): Promise<PlaybookEffect> {
  const { holdout } = (await readPlaybook(sql, workspace, id)).body;
  const about = { playbook: id, lag, open: 0, mismatch: false };
  if (holdout === undefined) {
    const asked = { of: "playbook", playbook: id, lag, now } as const;
    const { window, treated, outcomes, incremental } = await effectReport(sql, workspace, asked);
    return { ...about, against: "matched", window, treated, outcomes, incremental };
  }
  const last = addDays(dayOf(now), -1);
  const fired = await sql.query<{ account: string; held: boolean; day: string }>(FIRST, [
    workspace,
    id,
    holdout,
  ]);
  const histories = new Map((await readHistories(sql, workspace)).map((one) => [one.account, one]));
  const customers = fired.flatMap(({ account, held, day }) => {
    const history = histories.get(account);
    const before = addDays(day, -1);
    if (!history || stateOn(history, before).is === "none") return [];
    const after = addDays(day, lag);
    return [{ history, treated: !held, stratum: "", before, after, usage: null }];
  });
  const old = customers.filter(({ after }) => after <= last);
  const heldOut = fired.filter(({ held }) => held).length;
  const mismatch = isRatioMismatch(heldOut, fired.length - heldOut, holdout);
  const outcomes = outcomesOf(old);
  return {
    ...about,
    against: "holdout",
    window: null,
    treated: customers.filter(({ treated }) => treated).length,
    open: customers.length - old.length,
    mismatch,
    outcomes,
    incremental: mismatch ? null : incrementalOf(outcomes),
  };
}
