import type { AccountFact } from "../../lib/model/account-fact.ts";
import type { AccountGoal, Champion } from "../../lib/model/account-value.ts";
import { minorDigits } from "../../lib/model/money.ts";
import type { Attributes, Scalar } from "../../lib/model/primitives.ts";
import type { Values } from "../accounts/record.ts";
import { dayOf } from "../ingest/fold.ts";
import type { AccountHistory } from "./history.ts";
import { dayNumber, type Uses, usesIn } from "./uses.ts";

const DAY_MS = 86_400_000;
const NPS_DAYS = 180;
const HEALTH_DAYS = 7;

type Found = Partial<Record<AccountFact, unknown>>;

/** J2 of docs/spec/playbooks.md: what is known of an account at a moment. */
export function attributesAt(history: AccountHistory, all: Uses, at: number): Attributes {
  const values = valuesAt(history, at);
  const day = dayOf(at);
  const found: Found = {
    ...values,
    ...moneyAt(history, day),
    ...stageAt(history, day),
    ...contractAt(values, day),
    ...usageAt(all, dayNumber(day)),
    ...standingAt(history, at),
    users: history.users,
    champions: (values.champions as Champion[] | undefined)?.filter(
      ({ leftOn }) => leftOn === undefined || leftOn > day,
    ).length,
    goalsReached: (values.goals as AccountGoal[] | undefined)?.filter(
      ({ state }) => state === "reached",
    ).length,
  };
  const modules = ((values.modules as string[] | undefined) ?? []).map((name): [string, Scalar] => [
    `module.${name}`,
    true,
  ]);
  return Object.fromEntries([
    ...modules,
    ...Object.entries(found).filter((entry): entry is [string, Scalar] => isScalar(entry[1])),
  ]);
}

/** Takes back what was changed since. Of what was first known later it is taken that it was so before. */
function valuesAt({ values, changes }: AccountHistory, at: number): Values {
  const then: Record<string, unknown> = { ...values };
  for (const change of changes) {
    if (change.at <= at) break;
    if (change.before !== null) then[change.field] = change.before;
  }
  delete then.mrr;
  delete then.stage;
  return then;
}

function moneyAt({ mrr }: AccountHistory, day: string): Found {
  const amount = mrr.findLast(({ since }) => since <= day);
  if (!amount || amount.minor === null || amount.currency === null) return {};
  const { minor, currency } = amount;
  return { mrr: minor / 10 ** minorDigits(currency), currency };
}

function stageAt({ stages }: AccountHistory, day: string): Found {
  const entered = stages.findLast(({ since }) => since <= day);
  if (!entered || entered.stage === null) return {};
  return { stage: entered.stage, daysInStage: dayNumber(day) - dayNumber(entered.since) };
}

function contractAt(values: Values, day: string): Found {
  const { customerSince, renewal, contractEnd, churnedOn } = values;
  const until = (other: unknown) =>
    typeof other === "string" ? dayNumber(other) - dayNumber(day) : undefined;
  const since = (other: unknown) =>
    typeof other === "string" && other <= day ? dayNumber(day) - dayNumber(other) : undefined;
  const daysSinceChurn = since(churnedOn);
  return {
    customer: daysSinceChurn === undefined,
    daysSinceChurn,
    daysAsCustomer: since(customerSince),
    daysToRenewal: until(renewal),
    daysToContractEnd: until(contractEnd),
  };
}

function usageAt(all: Uses, day: number): Found {
  const usesInWeek = usesIn(all, day, 7);
  const isUsual = usesIn(all, day - 28, 7) > 0;
  const usual = isUsual ? usesIn(all, day - 7, 28) / 4 : undefined;
  const last = Math.max(...[...all.keys()].filter((used) => used <= day));
  return {
    usesInWeek,
    usesOfUsualWeek: usual,
    usageTrend: usual === undefined ? undefined : usesInWeek / usual,
    daysSinceUse: Number.isFinite(last) ? day - last : undefined,
  };
}

function standingAt({ health, touches, tasks, nps }: AccountHistory, at: number): Found {
  const day = dayNumber(dayOf(at));
  const worked = health.findLast((one) => dayNumber(one.day) <= day);
  const isFresh = worked !== undefined && day - dayNumber(worked.day) <= HEALTH_DAYS;
  const contact = Math.max(...touches.filter((time) => time <= at));
  const answers = nps.filter((one) => one.at <= at && one.at > at - NPS_DAYS * DAY_MS);
  const sum = answers.reduce((total, { score }) => total + score, 0);
  return {
    ...(isFresh && { healthScore: worked.score, healthBand: worked.band, risk: worked.risk }),
    daysSinceTouch: Number.isFinite(contact) ? day - dayNumber(dayOf(contact)) : undefined,
    openTasks: tasks.filter(
      ({ createdAt, closedAt }) => createdAt <= at && (closedAt === null || closedAt > at),
    ).length,
    nps: answers.length > 0 ? sum / answers.length : undefined,
  };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
