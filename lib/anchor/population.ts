import type { Features } from "./features.ts";
import { RARITY_FLOOR } from "./weights.ts";

type Kind = "text" | "id" | "testId" | "field" | "href" | "icon";

/** How often each value occurs in the page: what everything shares tells nothing apart. */
export interface Population {
  /** 1 for a value that occurs at most once, less the commoner it is, never below the floor. */
  rarity(kind: Kind, value: string): number;
  /** How many elements carry the value. */
  count(kind: Kind, value: string): number;
}

export interface Counter extends Population {
  add(features: Features): void;
  /** One that carries none of the values that will be asked for. */
  addOther(): void;
}

/** A population that is counted while the page is walked. */
export function createPopulation(): Counter {
  const counts = new Map<string, number>();
  let size = 0;
  const count = (kind: Kind, value: string | undefined) => {
    if (!value) return;
    const key = `${kind}:${value}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  return {
    add(features) {
      size++;
      for (const { key } of features.texts) count("text", key);
      count("id", features.id?.key);
      for (const [name, value] of features.testIds) count("testId", `${name}=${value}`);
      count("field", features.source.field);
      count("href", features.hrefKey);
      count("icon", features.source.icon);
    },
    addOther() {
      size++;
    },
    count: (kind, value) => counts.get(`${kind}:${value}`) ?? 0,
    rarity(kind, value) {
      const occurrences = counts.get(`${kind}:${value}`) ?? 1;
      const commonness = size > 1 ? Math.log(occurrences) / Math.log(size + 1) : 0;
      return Math.max(RARITY_FLOOR, 1 - commonness);
    },
  };
}

/** For judging one element alone, when nothing is known about the rest of the page. */
export const NO_POPULATION: Population = { rarity: () => 1, count: () => 1 };

/** How many elements of the page share each value of one of them. */
export function sharedBy(
  { texts, id, testIds, source, hrefKey }: Features,
  population: Population,
) {
  const values: [Kind, string | undefined][] = [
    ["text", texts[0]?.key],
    ["id", id?.key],
    ...testIds.map(([name, value]): [Kind, string] => ["testId", `${name}=${value}`]),
    ["field", source.field],
    ["href", hrefKey],
    ["icon", source.icon],
  ];
  const counts: Partial<Record<Kind, number>> = {};
  for (const [kind, value] of values) {
    if (!value) continue;
    const count = Math.max(1, population.count(kind, value));
    counts[kind] = Math.min(count, counts[kind] ?? count);
  }
  return counts;
}
