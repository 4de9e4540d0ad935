import type { Facts } from "../../lib/decide/facts.ts";
import { NO_FACTS } from "../../lib/decide/no-facts.ts";
import { reduce } from "../../lib/decide/reduce.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { durationMs } from "../../lib/model/duration.ts";
import type { Attributes } from "../../lib/model/primitives.ts";
import type { ConditionTrace } from "../../lib/model/trace.ts";
import type { Asked } from "./asked.ts";
import { attributesAt, type Moment } from "./attributes.ts";
import type { AccountHistory } from "./history.ts";
import { NO_USES, sumByDay, type Uses, usesIn, wereUsed } from "./uses.ts";

export interface Found {
  holds: boolean;
  why: ConditionTrace[];
  attributes: Attributes;
}

/** Answers conditions about an account, as of moments: the language and its evaluation are those of guides. */
export function createAccountView(history: AccountHistory, asked: Asked) {
  const all = sumByDay(history.uses);
  const byFeature = new Map<string, Uses>();
  for (const [feature, rows] of Map.groupBy(history.uses, (one) => one.feature)) {
    byFeature.set(feature, sumByDay(rows));
  }
  const usesOf = (feature: string): Uses => byFeature.get(feature) ?? NO_USES;
  const days = (within: string) => durationMs(within) / 86_400_000;

  function factsAt({ at, number: today }: Moment, attributes: Attributes): Facts {
    const signals = history.signals.filter(({ since }) => since <= at).map(({ signal }) => signal);
    return {
      ...NO_FACTS,
      now: at,
      account: attributes,
      signals: new Set(signals),
      used: (feature, times, within) =>
        wereUsed(usesOf(feature), today, times, within === undefined ? undefined : days(within)),
      count: ({ feature, within }) => usesIn(usesOf(feature), today, days(within)),
    };
  }

  return (condition: Condition, moment: Moment): Found => {
    const attributes = attributesAt(history, all, moment, asked);
    const why: ConditionTrace[] = [];
    const holds = reduce(condition, factsAt(moment, attributes), why) === true;
    return { holds, why, attributes };
  };
}
