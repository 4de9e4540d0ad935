import fc from "fast-check";
import { expect, it } from "vitest";
import type { Adoption } from "../../../lib/model/signal.ts";
import { DAY_MS } from "../../../lib/signal/day.ts";
import { readAdoption } from "../../../lib/signal/kinds/adoption.ts";
import { levelsOf } from "./levels.ts";

const LEVELS = ["unused", "tried", "adopted", "habitual"];
const TODAY = 20_000;
const PEOPLE = 3;
const SIGNAL = { kind: "adoption", feature: "f" } as Adoption;

/** What one person did on a day; the same person may stand there twice, as themselves and as a device of theirs. */
const use = fc.record({
  day: fc.integer({ min: TODAY - 60, max: TODAY }),
  person: fc.integer({ min: 0, max: PEOPLE - 1 }),
  count: fc.integer({ min: 1, max: 4 }),
});

it("R50: adoption of everybody in one pass is what V17 says of each person", () => {
  fc.assert(
    fc.property(fc.array(use, { maxLength: 60 }), (uses) => {
      const days = [...Map.groupBy(uses, ({ day }) => day)]
        .sort(([a], [b]) => a - b)
        .map(([day, some]) => ({
          day,
          feature: "f",
          uses: 0,
          last: null,
          people: Int32Array.from(some, ({ person }) => person),
          counts: Int32Array.from(some, ({ count }) => count),
        }));
      const levels = levelsOf(days, { size: PEOPLE, today: TODAY });
      const expected = Array.from({ length: PEOPLE }, (_, who) => {
        const own = uses.filter(({ person }) => person === who);
        const byDay = [...Map.groupBy(own, ({ day }) => day)].map(([day, some]) => ({
          feature: "f",
          day,
          count: some.reduce((sum, { count }) => sum + count, 0),
          first: day * DAY_MS,
          last: day * DAY_MS,
        }));
        const world = { now: (TODAY + 0.5) * DAY_MS, days: byDay, features: [], plan: undefined };
        return LEVELS.indexOf(String(readAdoption(SIGNAL, world as never).value));
      });
      expect([...levels]).toEqual(expected);
    }),
  );
});
