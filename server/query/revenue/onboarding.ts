import type { Arrival, OnboardingReport } from "../../../lib/model/onboarding-report.ts";
import type { PeriodUnit } from "../../../lib/model/revenue.ts";
import { readJourney } from "../../accounts/journey.ts";
import type { Sql } from "../../db/database.ts";
import { dayOf } from "../../ingest/fold.ts";
import { periodOf, periodsUntil } from "../../numbers/calendar.ts";
import { beganOn } from "../../numbers/history.ts";
import { conversion, type Journeyed, stagesFrom, waits } from "../../numbers/onboarding.ts";
import { incidence, quantile } from "../../statistics/kaplan-meier.ts";
import { wilson } from "../../statistics/wilson.ts";
import { readHistories } from "./histories.ts";

const STAGES = `
  SELECT account_id AS account, since, stage FROM account_stages
  WHERE workspace_id = $1::uuid ORDER BY account_id, since`;

type Entered = Journeyed["stages"][number] & { account: string };

/** How long those who began in the last periods took to finish the first stage, and to come to value. */
export async function onboardingReport(
  sql: Sql,
  workspace: string,
  { unit, periods, now }: { unit: PeriodUnit; periods: number; now: number },
): Promise<OnboardingReport> {
  const today = dayOf(now);
  const told = periodsUntil(today, unit, periods);
  const { stages } = await readJourney(sql, workspace);
  const ids = stages.map(({ id }) => id);
  const [first] = stages;
  const accounts = await readJourneyed(sql, workspace, told[0]?.from ?? today);
  const valueAt = ids.indexOf("value");
  const within = first?.expectedDays ?? null;
  return {
    unit,
    first: first?.id ?? "",
    expectedDays: within,
    onboarding: arrivalOf(accounts, stagesFrom(ids, 1), today),
    value: valueAt > 0 ? arrivalOf(accounts, stagesFrom(ids, valueAt), today) : null,
    conversion:
      within === null
        ? null
        : told.map(({ key }) => {
            const own = accounts.filter(({ began }) => periodOf(began, unit).key === key);
            const { of, reached } = conversion(own, stagesFrom(ids, 1), { within, today });
            const interval = of > 0 ? wilson(reached / of, of) : { low: null, high: null };
            const value = of > 0 ? reached / of : null;
            return {
              period: key,
              began: own.length,
              rate: { top: reached, of, value, ...interval },
            };
          }),
  };
}

async function readJourneyed(sql: Sql, workspace: string, from: string): Promise<Journeyed[]> {
  const rows = await sql.query<Entered>(STAGES, [workspace]);
  const stages = Map.groupBy(rows, ({ account }) => account);
  return (await readHistories(sql, workspace)).flatMap((history) => {
    const { account, churnedOn } = history;
    const began = beganOn(history);
    if (began === null || began < from) return [];
    return [{ account, began, churnedOn, stages: stages.get(account) ?? [] }];
  });
}

function arrivalOf(accounts: readonly Journeyed[], wanted: Set<string>, today: string): Arrival {
  const told = incidence(waits(accounts, wanted, today));
  return {
    stages: [...wanted],
    accounts: told.watched,
    arrived: told.happened,
    lower: quantile(told, 0.25),
    median: quantile(told, 0.5),
    upper: quantile(told, 0.75),
    curve: told.steps.map(({ time, share }) => ({ day: time, share })),
  };
}
