import * as fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "./decide.ts";
import type { RunFact, Showing } from "./facts.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";
import { type BudgetLimits, DAY, DEFAULT_LIMITS, HOUR, WEEK } from "./limits.ts";
import { advanceSession, type Session } from "./session.ts";

const pause = fc.oneof(
  fc.integer({ min: 1, max: 60_000 }),
  fc.integer({ min: 1, max: 2 * HOUR }),
  fc.integer({ min: 1, max: 3 * DAY }),
);
const moment = fc.record({
  pause,
  /** What happens to the guide that runs, if one does; or what the person starts by hand. */
  outcome: fc.constantFrom("stay", "completed", "dismissed", "target_missing", "by hand"),
  order: fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 4 }),
});
const limits: fc.Arbitrary<BudgetLimits> = fc.record({
  perSession: fc.integer({ min: 0, max: 3 }),
  perDay: fc.integer({ min: 0, max: 4 }),
  perWeek: fc.integer({ min: 0, max: 8 }),
  spacing: fc.constantFrom(0, 30_000, HOUR),
  coolDown: fc.constantFrom(0, HOUR, DAY),
  coolDownMax: fc.constant(4 * DAY),
});

interface Shown extends Showing {
  sessionStart: number;
  ranBefore: string[];
}

/** A person using the product for weeks, with every guide always wanting to start. */
function live(
  moments: (typeof moment extends fc.Arbitrary<infer T> ? T : never)[],
  l: BudgetLimits,
) {
  const guides = ["a", "b", "c", "d"].map((id) =>
    someGuide({ id, trigger: { start: "auto", frequency: "always" } }),
  );
  const runs = new Map<string, RunFact>();
  const ledger: Shown[] = [];
  let session: Session | undefined;
  let now = NOW;
  for (const { pause: ms, outcome, order } of moments) {
    now += ms;
    session = advanceSession(session, now);
    const running = [...runs].find(([, run]) => run.status === "running")?.[0];
    if (outcome === "by hand") {
      if (!running) runs.set("d", { status: "running", updatedAt: now });
    } else if (running && outcome !== "stay") {
      runs.set(running, { status: outcome, updatedAt: now });
      const entry = ledger.at(-1);
      if (entry?.guide === running && outcome === "dismissed") entry.dismissed = true;
    }
    const facts = someFacts({ now, runs, ledger, sessionStart: session.startedAt, limits: l });
    for (const id of order) {
      const guide = guides.find((one) => one.id === id);
      if (!guide || !decide(guide, facts).due) continue;
      const ranBefore = [...runs]
        .filter(([, run]) => run.status === "running" && now - run.updatedAt <= HOUR / 2)
        .map(([name]) => name);
      ledger.push({
        guide: id,
        at: now,
        dismissed: false,
        sessionStart: session.startedAt,
        ranBefore,
      });
      runs.set(id, { status: "running", updatedAt: now });
    }
  }
  return ledger;
}

function expectWithin(ledger: Shown[], l: BudgetLimits) {
  ledger.forEach((entry, at) => {
    const earlier = ledger.slice(0, at);
    const since = (ms: number) => earlier.filter((one) => entry.at - one.at < ms).length;
    expect(entry.ranBefore).toEqual([]);
    expect(since(DAY)).toBeLessThan(l.perDay);
    expect(since(WEEK)).toBeLessThan(l.perWeek);
    const inSession = earlier.filter((one) => one.sessionStart === entry.sessionStart).length;
    expect(inSession).toBeLessThan(l.perSession);
    const last = earlier.at(-1);
    if (!last) return;
    expect(entry.at - last.at).toBeGreaterThanOrEqual(l.spacing);
    if (last.dismissed) expect(entry.at - last.at).toBeGreaterThanOrEqual(l.coolDown);
  });
}

it("D9-D15: no cap is ever broken, whatever a person does", async () => {
  await fc.assert(
    fc.property(fc.array(moment, { maxLength: 120 }), limits, (moments, l) => {
      expectWithin(live(moments, l), l);
    }),
    { numRuns: 300 },
  );
});

it("D9-D15: nor with the limits everybody has, and something is shown", async () => {
  await fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 120 }), (moments) => {
      const ledger = live(moments, DEFAULT_LIMITS);
      expectWithin(ledger, DEFAULT_LIMITS);
      if (moments[0]?.outcome !== "by hand") expect(ledger.length).toBeGreaterThan(0);
    }),
  );
});

it("D13: a session ends after half an hour of silence", () => {
  const first = advanceSession(undefined, NOW);
  const second = advanceSession(first, NOW + HOUR / 2);
  expect(second).toEqual({ startedAt: NOW, lastAt: NOW + HOUR / 2 });
  expect(advanceSession(second, NOW + HOUR).startedAt).toBe(NOW);
  expect(advanceSession(second, NOW + HOUR + 1).startedAt).toBe(NOW + HOUR + 1);
  expect(advanceSession(second, NOW).lastAt).toBe(NOW + HOUR / 2);
});
