import fc from "fast-check";
import { expect, it } from "vitest";
import { FIRST_WATCH, type Look, lookAt, type Timing, type Watch } from "./watch.ts";

const DAY = 86_400_000;

const timing = fc.record({
  wait: fc.integer({ min: 0, max: 9 }).map((days) => days * DAY),
  coolDown: fc.integer({ min: 0, max: 20 }).map((days) => days * DAY),
});
const looks = fc
  .array(
    fc.record({
      after: fc.integer({ min: 1, max: 3 * DAY }),
      holds: fc.boolean(),
      paused: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
    }),
    { maxLength: 60 },
  )
  .map((list) => {
    let now = 0;
    return list.map(({ after, holds, paused }): Look => {
      now += after;
      return { now, holds, paused };
    });
  });

/** The looks at which it fired. `store`: what is kept between two looks. */
function fired(all: readonly Look[], rules: Timing, store = (watch: Watch) => watch): Look[] {
  let watch = FIRST_WATCH;
  return all.filter((look) => {
    const step = lookAt(watch, look, rules);
    watch = store(step.watch);
    return step.fires;
  });
}

/** For each look, the first one of the unbroken stretch in which the condition held. */
function causes(all: readonly Look[]): (number | null)[] {
  let since: number | null = null;
  return all.map(({ now, holds }) => {
    since = holds ? (since ?? now) : null;
    return since;
  });
}

it("J4: it never fires twice for one cause", () => {
  fc.assert(
    fc.property(looks, timing, (all, rules) => {
      const found = causes(all);
      const of = fired(all, rules).map((look) => found[all.indexOf(look)]);
      expect(new Set(of).size).toBe(of.length);
    }),
  );
});

it("J3, J6: it fires only where the condition held at every look for as long as it waits, and nobody paused it", () => {
  fc.assert(
    fc.property(looks, timing, (all, rules) => {
      const found = causes(all);
      for (const look of fired(all, rules)) {
        const since = found[all.indexOf(look)] ?? Number.NaN;
        expect(look.now - since).toBeGreaterThanOrEqual(rules.wait);
        expect(look.paused).toBe(false);
      }
    }),
  );
});

it("J5: between two fires lies the whole rest", () => {
  fc.assert(
    fc.property(looks, timing, (all, rules) => {
      const times = fired(all, rules).map(({ now }) => now);
      for (const [at, time] of times.entries()) {
        const before = times[at - 1];
        if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(rules.coolDown);
      }
    }),
  );
});

it("J3 to J6: it fires as soon as all of them allow it", () => {
  fc.assert(
    fc.property(looks, timing, (all, rules) => {
      const found = causes(all);
      const done: { cause: number; now: number }[] = [];
      for (const [at, { now, paused }] of all.entries()) {
        const cause = found[at] ?? null;
        const last = done.at(-1);
        if (cause === null || paused || now - cause < rules.wait) continue;
        if (last && (last.cause === cause || now - last.now < rules.coolDown)) continue;
        done.push({ cause, now });
      }
      expect(fired(all, rules).map(({ now }) => now)).toEqual(done.map(({ now }) => now));
    }),
  );
});

it("J7: a restart at any point, and a look that is taken again after one, change nothing", () => {
  fc.assert(
    fc.property(looks, timing, fc.nat(), (all, rules, place) => {
      const stored = (watch: Watch): Watch => JSON.parse(JSON.stringify(watch));
      expect(fired(all, rules, stored)).toEqual(fired(all, rules));
      const at = all.length === 0 ? 0 : place % all.length;
      const again = [...all.slice(0, at + 1), ...all.slice(at)];
      expect(fired(again, rules)).toEqual(fired(all, rules));
    }),
  );
});

it("J3: a bad week that ends a day early is none, and one after it counts from its own first day", () => {
  const rules = { wait: 7 * DAY, coolDown: 30 * DAY };
  const day = (n: number, holds: boolean): Look => ({ now: n * DAY, holds, paused: false });
  const bad = Array.from({ length: 20 }, (_, n) => day(n, n !== 7));
  expect(fired(bad, rules).map(({ now }) => now / DAY)).toEqual([15]);
});
