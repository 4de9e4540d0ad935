import type { FeatureCounts } from "../../server/query/aha/search.ts";
import { MOST_TIMES, SPANS } from "../../server/query/aha/search.ts";

/**
 * People of whom is known why they stayed: whoever uses "cause" twice in the first week stays more often. Those who tend
 * to use "cause" also use "echo" more, which does nothing. The use of all other features has to do with nothing.
 */
export interface Truth {
  people: number;
  others: number;
  /** What "cause" adds to the probability of staying, of 0.2. */
  effect: number;
}

export const OTHERS = "other-";

/** Uses by day of the beginning, for each feature, of each person; and whether they stayed. */
export interface SimulatedPerson {
  stayed: boolean;
  uses: Readonly<Record<string, readonly number[]>>;
}

const DAYS = Math.max(...SPANS);

export function simulate({ people, others, effect }: Truth, random: () => number) {
  const rates = Array.from(
    { length: others },
    (_, i) => [`${OTHERS}${i}`, 0.3 + 5 * random()] as const,
  );
  return Array.from({ length: people }, (): SimulatedPerson => {
    const keen = random() < 0.4;
    const uses = Object.fromEntries(
      [["cause", keen ? 4 : 0.5] as const, ["echo", keen ? 3.5 : 1] as const, ...rates].map(
        ([feature, rate]) => [
          feature,
          Array.from({ length: DAYS }, () => poisson(rate / DAYS, random)),
        ],
      ),
    );
    const did = sum(uses.cause ?? [], 7) >= 2;
    return { stayed: random() < 0.2 + (did ? effect : 0), uses };
  });
}

/** What the database would count of these people. */
export function countsOf(people: readonly SimulatedPerson[]): FeatureCounts[] {
  const stayed = people.filter((person) => person.stayed).length;
  const features = Object.keys(people[0]?.uses ?? {});
  return features.map((feature) => ({
    feature,
    stayed,
    left: people.length - stayed,
    uses: usesOf(people, feature),
  }));
}

function usesOf(people: readonly SimulatedPerson[], feature: string): FeatureCounts["uses"] {
  return SPANS.flatMap((within) => {
    const cells = [true, false].flatMap((stayed) =>
      Array.from({ length: MOST_TIMES }, (_, i) => ({ within, times: i + 1, stayed, people: 0 })),
    );
    for (const person of people) {
      const times = Math.min(MOST_TIMES, sum(person.uses[feature] ?? [], within));
      const cell = cells[(person.stayed ? 0 : MOST_TIMES) + times - 1];
      if (times > 0 && cell) cell.people += 1;
    }
    return cells;
  });
}

/** Of the first `days`. */
function sum(perDay: readonly number[], days: number): number {
  let total = 0;
  for (let day = 0; day < days; day += 1) total += perDay[day] ?? 0;
  return total;
}

/** By inversion. */
function poisson(mean: number, random: () => number): number {
  const u = random();
  let probability = Math.exp(-mean);
  let below = probability;
  let k = 0;
  while (u > below && k < 100) {
    k += 1;
    probability *= mean / k;
    below += probability;
  }
  return k;
}
