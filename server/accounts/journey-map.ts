import type { JourneyMap } from "../../lib/model/account-work.ts";
import type { Journey } from "../../lib/model/journey.ts";

/** A customer, or one who left, with every stage it came to, oldest first. */
export interface Traveller {
  id: string;
  customer: boolean;
  stage: string | null;
  stageSince: string | null;
  mrr: { currency: string; minor: number } | null;
  stages: readonly { since: string; stage: string | null }[];
}

/** Who comes to it is on the way out: N12 of docs/spec/numbers.md. */
const WAY_OUT = "offboarding";
const DAY_MS = 86_400_000;

/** K23 of docs/spec/accounts.md. `met`: accounts that met a touchpoint in their stage. Those count who came since `from`. */
export function journeyMap(
  { stages }: Journey,
  travellers: readonly Traveller[],
  met: readonly { id: string; touchpoint: string }[],
  { today, from }: { today: string; from: string },
): JourneyMap {
  const customers = travellers.filter(({ customer }) => customer);
  const place = new Map(stages.map(({ id }, at) => [id, at]));
  return {
    stages: stages.map((stage) => {
      const here = customers.filter((one) => one.stage === stage.id);
      const ids = new Set(here.map(({ id }) => id));
      const waits = here
        .flatMap(({ stageSince }) => (stageSince === null ? [] : [daysBetween(stageSince, today)]))
        .sort((a, b) => a - b);
      const { expectedDays } = stage;
      return {
        ...stage,
        accounts: here.length,
        medianDays: waits[Math.floor((waits.length - 1) / 2)] ?? null,
        stuck: expectedDays === null ? 0 : waits.filter((days) => days > expectedDays).length,
        mrr: sumsOf(here),
        unpriced: here.filter(({ mrr }) => mrr === null).length,
        met: countsOf(met.filter(({ id }) => ids.has(id)).map(({ touchpoint }) => touchpoint)),
        came: cameTo(stage.id, travellers, place, from),
      };
    }),
    nowhere: customers.filter(({ stage }) => stage === null || !place.has(stage)).length,
  };
}

/** Each time that somebody came to the stage, and where they went from it. */
function cameTo(
  id: string,
  travellers: readonly Traveller[],
  place: ReadonlyMap<string, number>,
  from: string,
): JourneyMap["stages"][number]["came"] {
  const counts = { all: 0, on: 0, back: 0, left: 0, here: 0 };
  for (const { stages, customer } of travellers) {
    for (const [at, { since, stage }] of stages.entries()) {
      if (stage !== id || since < from) continue;
      const next = stages[at + 1]?.stage;
      counts.all += 1;
      if (next === undefined) counts[customer ? "here" : "left"] += 1;
      else if (next === WAY_OUT) counts.left += 1;
      else if (next === null || (place.get(next) ?? 0) < (place.get(id) ?? 0)) counts.back += 1;
      else counts.on += 1;
    }
  }
  return counts;
}

function sumsOf(here: readonly Traveller[]): { currency: string; minor: number }[] {
  const sums = new Map<string, number>();
  for (const { mrr } of here) {
    if (mrr) sums.set(mrr.currency, (sums.get(mrr.currency) ?? 0) + mrr.minor);
  }
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .sort((a, b) => b.minor - a.minor);
}

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
