import type { AccountFact } from "../../lib/model/account-fact.ts";
import type { AccountGoal, Champion } from "../../lib/model/account-value.ts";
import { minorDigits } from "../../lib/model/money.ts";
import type { Attributes, Scalar } from "../../lib/model/primitives.ts";
import type { Values } from "../accounts/record.ts";
import { dayOf } from "../ingest/fold.ts";
import type { Asked } from "./asked.ts";
import type { AccountHistory } from "./history.ts";
import { dayNumber, lastUsed, type Uses, usesIn } from "./uses.ts";

const DAY_MS = 86_400_000;
const NPS_DAYS = 180;
const HEALTH_DAYS = 7;

/** When something is asked. */
export interface Moment {
  /** Epoch ms. */
  at: number;
  /** "YYYY-MM-DD" */
  day: string;
  /** Days since the epoch. */
  number: number;
}

export function momentAt(at: number): Moment {
  return { at, day: dayOf(at), number: Math.floor(at / DAY_MS) };
}

type Found = Partial<Record<AccountFact, unknown>>;

/** J2 of docs/spec/playbooks.md: what is known of an account at a moment, as far as it is asked for. */
export function attributesAt(
  history: AccountHistory,
  all: Uses,
  { at, day, number }: Moment,
  asked: Asked,
): Attributes {
  const values = valuesAt(history, at);
  const attributes: Record<string, Scalar> = {};
  const take = (found: Record<string, unknown>) => {
    for (const name in found) {
      const value = found[name];
      if (isScalar(value) && asked.attributes?.has(name) !== false) attributes[name] = value;
    }
  };
  for (const name of (values.modules as string[] | undefined) ?? [])
    take({ [`module.${name}`]: true });
  take(values);
  // They have histories of their own.
  delete attributes.mrr;
  delete attributes.stage;
  if (asked.facts.has("money")) take(moneyAt(history, day));
  if (asked.facts.has("stage")) take(stageAt(history, day));
  if (asked.facts.has("usage")) take(usageAt(all, number));
  if (asked.facts.has("health")) take(healthAt(history, day));
  if (asked.facts.has("contract")) take(contractAt(values, number));
  take(workAt(history, at));
  take(peopleAt(history, values, day));
  return attributes;
}

/** Takes back what was changed since. Of what was first known later it is taken that it was so before. */
function valuesAt({ values, changes }: AccountHistory, at: number): Values {
  const known = changes.findIndex((change) => change.at <= at);
  const since = known < 0 ? changes : changes.slice(0, known);
  if (since.length === 0) return values;
  const then: Record<string, unknown> = { ...values };
  for (const { field, before } of since) if (before !== null) then[field] = before;
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

function contractAt(values: Values, day: number): Found {
  const dayIn = (field: string) => {
    const value = values[field];
    return typeof value === "string" ? dayNumber(value) : undefined;
  };
  const until = (other: number | undefined) => (other === undefined ? undefined : other - day);
  const since = (other: number | undefined) =>
    other !== undefined && other <= day ? day - other : undefined;
  const daysSinceChurn = since(dayIn("churnedOn"));
  return {
    customer: daysSinceChurn === undefined,
    daysSinceChurn,
    daysAsCustomer: since(dayIn("customerSince")),
    daysToRenewal: until(dayIn("renewal")),
    daysToContractEnd: until(dayIn("contractEnd")),
  };
}

function usageAt(all: Uses, day: number): Found {
  const usesInWeek = usesIn(all, day, 7);
  const isUsual = usesIn(all, day - 28, 7) > 0;
  const usual = isUsual ? usesIn(all, day - 7, 28) / 4 : undefined;
  const last = lastUsed(all, day);
  return {
    usesInWeek,
    usesOfUsualWeek: usual,
    usageTrend: usual === undefined ? undefined : usesInWeek / usual,
    daysSinceUse: last === undefined ? undefined : day - last,
  };
}

function healthAt({ health }: AccountHistory, day: string): Found {
  const worked = health.findLast((one) => one.day <= day);
  if (!worked || dayNumber(day) - dayNumber(worked.day) > HEALTH_DAYS) return {};
  return { healthScore: worked.score, healthBand: worked.band, risk: worked.risk };
}

function peopleAt({ users }: AccountHistory, values: Values, day: string): Found {
  const { champions, goals } = values as { champions?: Champion[]; goals?: AccountGoal[] };
  return {
    users,
    champions: champions?.filter(({ leftOn }) => leftOn === undefined || leftOn > day).length,
    goalsReached: goals?.filter(({ state }) => state === "reached").length,
  };
}

function workAt({ touches, tasks, nps }: AccountHistory, at: number): Found {
  const contact = Math.max(...touches.filter((time) => time <= at));
  const answers = nps.filter((one) => one.at <= at && one.at > at - NPS_DAYS * DAY_MS);
  const sum = answers.reduce((total, { score }) => total + score, 0);
  return {
    daysSinceTouch: Number.isFinite(contact)
      ? Math.floor(at / DAY_MS) - Math.floor(contact / DAY_MS)
      : undefined,
    openTasks: tasks.filter(
      ({ createdAt, closedAt }) => createdAt <= at && (closedAt === null || closedAt > at),
    ).length,
    nps: answers.length > 0 ? sum / answers.length : undefined,
  };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
