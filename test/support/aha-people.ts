import { randomUUID } from "node:crypto";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";
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
    uses: cellsOf(people, feature),
  }));
}

function cellsOf(people: readonly SimulatedPerson[], feature: string): FeatureCounts["uses"] {
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

/** One use of a feature by somebody, so many days ago. */
export interface Use {
  who: string;
  feature: string;
  ago: number;
}

/** All began 40 days ago by using "open", and who stayed came back to it in the fourth week. */
export function usesOf(people: readonly SimulatedPerson[]): Use[] {
  return people.flatMap((person, index) => {
    const who = `user-${index}`;
    const days = Object.entries(person.uses).flatMap(([feature, perDay]) =>
      perDay.flatMap((count, day) =>
        Array.from({ length: count }, () => ({ who, feature, ago: 40 - day })),
      ),
    );
    const open = (ago: number) => ({ who, feature: "open", ago });
    return [open(40), ...days, ...(person.stayed ? [open(15)] : [])];
  });
}

/** The uses as messages of a client, in batches that the server takes. */
export function batchesOf(uses: readonly Use[], now: number): object[][] {
  const messages = uses.map(({ who, feature, ago }) => ({
    messageId: randomUUID(),
    type: "track",
    event: WIRE_EVENTS.feature,
    userId: who,
    timestamp: new Date(now - ago * 86_400_000).toISOString(),
    properties: { feature },
  }));
  return Array.from({ length: Math.ceil(messages.length / 200) }, (_, index) =>
    messages.slice(index * 200, (index + 1) * 200),
  );
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
