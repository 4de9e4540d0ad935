import * as fc from "fast-check";
import { expect, it } from "vitest";
import { budgetClassOf } from "../model/budget-class.ts";
import { Busy } from "../model/busy.ts";
import type { Guide } from "../model/guide.ts";
import { decide } from "./decide.ts";
import type { RunFact, Showing } from "./facts.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";
import { DAY, DEFAULT_LIMITS, HOUR, RUN_STALE, WEEK } from "./limits.ts";
import { byPriority } from "./priority.ts";
import { advanceSession, type Session } from "./session.ts";

const MINUTE = 60_000;
const auto = (frequency: "once" | "until-completed" | "always") => ({
  trigger: { start: "auto" as const, frequency },
});

/** Of every class and frequency, all wanting to start all the time. */
const GUIDES: readonly Guide[] = [
  someGuide({ id: "tour", kind: "tour", ...auto("always"), priority: 2 }),
  someGuide({ id: "modal", ...auto("until-completed") }),
  someGuide({ id: "survey", kind: "survey", ...auto("once") }),
  someGuide({ id: "tooltip", kind: "tooltip", ...auto("always"), priority: -1 }),
  someGuide({ id: "loud-banner", kind: "banner", budget: "interrupting", ...auto("always") }),
  someGuide({ id: "urgent", budget: "exempt", ...auto("always") }),
  someGuide({ id: "banner", kind: "banner", ...auto("always") }),
  someGuide({ id: "hotspot", kind: "hotspot", ...auto("once") }),
  someGuide({ id: "hint", kind: "hint", ...auto("until-completed") }),
  someGuide({ id: "quiet-modal", budget: "ambient", ...auto("always") }),
].toSorted(byPriority);
const AMBIENT = new Set(
  GUIDES.filter((one) => budgetClassOf(one) === "ambient").map(({ id }) => id),
);
const byId = new Map(GUIDES.map((one) => [one.id, one]));

const moment = fc.record({
  pause: fc.oneof(
    fc.integer({ min: 1, max: MINUTE }),
    fc.integer({ min: 1, max: 2 * HOUR }),
    fc.integer({ min: 1, max: 4 * DAY }),
  ),
  tab: fc.integer({ min: 0, max: 1 }),
  navigates: fc.boolean(),
  busy: fc.option(fc.constantFrom(...Busy.options), { freq: 3, nil: null }),
  act: fc.constantFrom("stay", "completed", "dismissed", "snoozed", "target_missing", "by hand"),
  on: fc.constantFrom(...byId.keys()),
});
type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;

interface Shown extends Showing {
  sessionStart: number;
  page: string;
  isNew: boolean;
  busy: Busy | null;
  /** In front, all tabs together, as it started. */
  open: string[];
  before: RunFact["status"] | undefined;
  /** The last sign of its last run was in this session. */
  inVisit: boolean;
}

/** A person in two tabs for weeks; what started by itself, in order. */
function live(moments: readonly Moment[]): Shown[] {
  const runs = new Map<string, RunFact>();
  const shown: Shown[] = [];
  const ledger: Showing[] = [];
  const pages = [0, 0];
  const newcomers = new Map<string, string>();
  let session: Session | undefined;
  let now = NOW;
  for (const { pause, tab, navigates, busy, act, on } of moments) {
    now += pause;
    session = advanceSession(session, now);
    if (navigates) pages[tab] = (pages[tab] ?? 0) + 1;
    const page = `${tab}:${pages[tab]}`;
    const run = runs.get(on);
    if (act === "by hand") {
      runs.set(on, { status: "running", updatedAt: now });
    } else if (act !== "stay" && run?.status === "running") {
      runs.set(on, { status: act, updatedAt: now });
      const entry = ledger.findLast(({ guide }) => guide === on);
      if (entry && act === "dismissed") entry.dismissed = true;
    }
    for (const guide of GUIDES) {
      const { id } = guide;
      const facts = someFacts({
        now,
        runs,
        ledger,
        busy,
        ambient: AMBIENT,
        sessionStart: session.startedAt,
        newcomer: newcomers.get(page) ?? null,
      });
      const before = runs.get(id)?.status;
      if (!decide(guide, facts).due || (AMBIENT.has(id) && before === "running")) continue;
      const open = [...runs].flatMap(([other, { status, updatedAt }]) =>
        status === "running" && !AMBIENT.has(other) && now - updatedAt <= RUN_STALE ? [other] : [],
      );
      const entry = { guide: id, at: now, dismissed: false };
      if (!AMBIENT.has(id)) ledger.push(entry);
      else if (before === undefined) newcomers.set(page, id);
      const inVisit = (runs.get(id)?.updatedAt ?? 0) >= session.startedAt;
      const where = { inVisit, page, isNew: before === undefined, busy, open, before };
      shown.push(Object.assign(entry, { sessionStart: session.startedAt }, where));
      runs.set(id, { status: "running", updatedAt: now });
    }
  }
  return shown;
}

function expectWithin(shown: readonly Shown[]): void {
  const { perSession, perDay, perWeek, spacing } = DEFAULT_LIMITS;
  shown.forEach((one, at) => {
    const guide = byId.get(one.guide) as Guide;
    const { frequency } = guide.trigger;
    if (frequency === "once") expect([undefined, "target_missing"]).toContain(one.before);
    if (frequency === "until-completed") expect(one.before).not.toBe("completed");
    expect(["completed", "dismissed", "snoozed"].includes(one.before ?? "") && one.inVisit).toBe(
      false,
    );
    const budget = budgetClassOf(guide);
    const before = shown.slice(0, at);
    if (budget === "ambient") {
      const others = before.filter(({ page, guide: id }) => page === one.page && AMBIENT.has(id));
      if (one.isNew) expect(others.filter(({ isNew }) => isNew)).toEqual([]);
      return;
    }
    expect(one.open).toEqual([]);
    expect(one.busy).toBeNull();
    if (budget === "exempt") return;
    const counted = before.filter(({ guide: id }) => !AMBIENT.has(id));
    const since = (ms: number) => counted.filter((other) => one.at - other.at < ms).length;
    expect(since(DAY)).toBeLessThan(perDay);
    expect(since(WEEK)).toBeLessThan(perWeek);
    expect(since(spacing)).toBe(0);
    const inSession = counted.filter(({ sessionStart }) => sessionStart === one.sessionStart);
    expect(inSession.length).toBeLessThan(perSession);
  });
}

it("D9 to D15, D24, D30: no cap is broken in thousands of lives with guides of all kinds in two tabs", async () => {
  let interrupting = 0;
  await fc.assert(
    fc.property(fc.array(moment, { maxLength: 60 }), (moments) => {
      const shown = live(moments);
      expectWithin(shown);
      interrupting += shown.filter(({ guide }) => !AMBIENT.has(guide)).length;
    }),
    { numRuns: 3000 },
  );
  expect(interrupting).toBeGreaterThan(3000);
});
