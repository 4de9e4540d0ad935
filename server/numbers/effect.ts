import { EFFECT_MINIMUM, type EffectOutcome, type EffectReport } from "../../lib/model/effect.ts";
import { matchedDifference } from "../statistics/matched-difference.ts";
import { type AccountHistory, type State, stateOn } from "./history.ts";

/** An account to which something was done, or not. */
export interface Compared {
  history: AccountHistory;
  treated: boolean;
  /** Accounts are compared with those of the same stratum only. */
  stratum: string;
  /** The last day on which nothing had been done yet, and the day that is looked at. */
  before: string;
  after: string;
  /** Uses of features before and after; null: not asked. */
  usage: { before: number; after: number } | null;
}

type Unit = Parameters<typeof matchedDifference>[0][number];

/** N17: every outcome of those who were customers before. */
export function outcomesOf(accounts: readonly Compared[]): EffectOutcome[] {
  const told = accounts.map((one) => ({
    ...one,
    first: stateOn(one.history, one.before),
    last: stateOn(one.history, one.after),
  }));
  const currency = commonest(
    told.flatMap(({ first }) => (first.is === "paying" ? [first.currency] : [])),
  );
  const unit = ({ treated, stratum }: Compared, value: number): Unit => ({
    treated,
    stratum,
    value,
  });
  const usage = told.flatMap((one) =>
    one.usage ? [unit(one, one.usage.after - one.usage.before)] : [],
  );
  return [
    outcome(
      "kept",
      null,
      told.map((one) => unit(one, one.last.is === "none" ? 0 : 1)),
    ),
    ...(currency === null
      ? []
      : [
          outcome(
            "mrr",
            currency,
            told.flatMap((one) => {
              const change = changeIn(one.first, one.last, currency);
              return change === null ? [] : [unit(one, change)];
            }),
          ),
        ]),
    ...(usage.length > 0 ? [outcome("usage", null, usage)] : []),
  ];
}

/** N18 */
export function incrementalOf(outcomes: readonly EffectOutcome[]): EffectReport["incremental"] {
  const mrr = outcomes.find(({ what }) => what === "mrr");
  if (!mrr?.difference || mrr.currency === null || mrr.verdict === "few") return null;
  const { value, low, high } = mrr.difference;
  const times = (one: number) => one * mrr.treated;
  return { currency: mrr.currency, value: times(value), low: times(low), high: times(high) };
}

/** Which third of all each value belongs to: 0, 1 or 2. Equal values are in one. */
export function thirds(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b);
  const limit = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  const [low, high] = [limit(1 / 3), limit(2 / 3)];
  return (value) => (value < low ? 0 : value < high ? 1 : 2);
}

function outcome(
  what: EffectOutcome["what"],
  currency: string | null,
  units: readonly Unit[],
): EffectOutcome {
  const told = matchedDifference(units);
  const { difference, treated, controls } = told;
  const verdict = () => {
    if (!difference || Math.min(treated, controls) < EFFECT_MINIMUM) return "few";
    if (difference.low > 0) return "more";
    return difference.high < 0 ? "less" : "open";
  };
  return { what, currency, ...told, verdict: verdict() };
}

/** Who left pays nothing; null: the amounts cannot be compared in this currency. */
function changeIn(first: State, last: State, currency: string): number | null {
  if (first.is !== "paying" || first.currency !== currency) return null;
  if (last.is === "none") return -first.minor;
  return last.is === "paying" && last.currency === currency ? last.minor - first.minor : null;
}

function commonest(values: readonly string[]): string | null {
  const groups = [...Map.groupBy(values, (value) => value)];
  groups.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return groups[0]?.[0] ?? null;
}
