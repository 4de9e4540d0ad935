import type { SignalDefinition } from "../../lib/model/signal.ts";
import { featuresOf, recompute } from "../../lib/signal/advance.ts";
import { DAY_MS, type DayUse, dayOf } from "../../lib/signal/day.ts";
import { partsOf } from "../../lib/signal/parts.ts";
import { readSignal } from "../../lib/signal/read.ts";
import type { Entitlement, MetArm, Reading } from "../../lib/signal/world.ts";

/** Invented people who use an app over some weeks, for tests and screenshots of what the console counts. */
export interface InventedPerson {
  user: string;
  account: string;
  plan: string;
  /** In the order of time. */
  uses: { id: string; feature: string; ts: number }[];
  /** The arm of an experiment of accounts, and when the person met it. */
  met: MetArm;
}

export interface Population {
  people: number;
  /** Those that come first are used more; the last only by accounts of the plan "pro". */
  features: readonly string[];
  weeks: number;
  now: number;
  random: () => number;
}

/**
 * Everybody begins on some day, with the first feature, and then comes back on fewer and fewer, each at an hour of the day of their own. Whoever gets
 * the guide uses more features.
 */
export function inventPeople({
  people,
  features,
  weeks,
  now,
  random,
}: Population): InventedPerson[] {
  let count = 0;
  const id = () => `00000000-0000-7000-8000-${String(count++).padStart(12, "0")}`;
  return Array.from({ length: people }, (_, at) => {
    const company = at % Math.ceil(people / 4);
    const plan = ["free", "team", "pro"][company % 3] ?? "free";
    const arm = company % 4 === 3 ? "holdout" : "guide";
    const began = now - Math.floor(random() * weeks * 7 + 1) * DAY_MS + random() * 8 * 3_600_000;
    const keen = 0.15 + random() * 0.6 + (arm === "guide" ? 0.15 : 0);
    const uses: InventedPerson["uses"] = [];
    for (let day = 0; began + day * DAY_MS <= now; day++) {
      const comes = day === 0 || random() < keen * (0.25 + 0.75 * Math.exp(-day / 25));
      if (!comes) continue;
      for (const [place, feature] of features.entries()) {
        const isOpen = place < features.length - 1 || plan === "pro";
        const isFirst = day === 0 && place === 0;
        if (!isFirst && (!isOpen || random() > keen / (1 + place / 2))) continue;
        const times = 1 + Math.floor(random() * 3);
        for (let time = 0; time < times; time++) {
          const ts = Math.floor(began + day * DAY_MS + place * 60_000 + time * 10_000);
          if (ts <= now) uses.push({ id: id(), feature, ts });
        }
      }
    }
    const metAt = Math.floor(began) - 1000;
    const account = `company-${company}`;
    return { user: `person-${at}`, account, plan, uses, met: { arm, at: metAt } };
  });
}

/** What the device of a person says of a signal at a moment. */
export function readingOf(
  definition: SignalDefinition,
  { uses, plan, met }: InventedPerson,
  { now, features }: { now: number; features: readonly Entitlement[] },
): Reading {
  const boot = "boot";
  const events = uses.map((use, seq) => ({ ...use, boot, seq }));
  const states = new Map(
    partsOf(1, definition).map(({ body }) => {
      const mentioned = featuresOf(body);
      return [
        body.id,
        recompute(
          body,
          1,
          events.filter((one) => mentioned.has(one.feature)),
        ),
      ];
    }),
  );
  const stateOf = (id: string) => states.get(id);
  return readSignal(definition, {
    now,
    days: daysOf(uses),
    features,
    plan,
    stateOf,
    friction: [],
    met: () => met,
  });
}

/** Day counts as devices keep them. */
export function daysOf(uses: InventedPerson["uses"]): DayUse[] {
  const groups = Map.groupBy(uses, ({ feature, ts }) => `${dayOf(ts)} ${feature}`);
  return [...groups.values()].map((group) => {
    const times = group.map(({ ts }) => ts);
    const [first] = group;
    return {
      feature: first?.feature ?? "",
      day: dayOf(times[0] ?? 0),
      count: group.length,
      first: Math.min(...times),
      last: Math.max(...times),
      ...(first && { firstId: first.id }),
    };
  });
}
