import fc from "fast-check";
import { expect, it } from "vitest";
import type { OwnGuide } from "../model/own-account.ts";
import { decide } from "./decide.ts";
import { withElsewhere } from "./elsewhere.ts";
import type { Facts, RunFact } from "./facts.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";
import { DAY } from "./limits.ts";

const there = (change: Partial<OwnGuide> = {}): OwnGuide => ({
  guide: "hello",
  startedAt: NOW - 3 * DAY,
  status: "completed",
  at: NOW - 3 * DAY,
  ...change,
});
const stoppedBy = (facts: Facts, elsewhere: OwnGuide[], frequency: "once" | "until-completed") =>
  decide(someGuide({ trigger: { start: "auto", frequency } }), {
    ...facts,
    ...withElsewhere(facts, elsewhere),
  }).stoppedBy?.check;
const here = (status: RunFact["status"]) =>
  someFacts({ runs: new Map([["hello", { status, updatedAt: NOW - 2 * DAY }]]) });

it("D31: what was seen on another device is not shown again (posthog#21486, posthog#31243, posthog-js#2075)", () => {
  expect(stoppedBy(someFacts(), [], "once")).toBeUndefined();
  expect(stoppedBy(someFacts(), [there()], "once")).toBe("frequency");
  expect(stoppedBy(here("target_missing"), [there({ status: "dismissed" })], "once")).toBe(
    "frequency",
  );
  expect(stoppedBy(here("dismissed"), [there()], "until-completed")).toBe("frequency");
  expect(stoppedBy(here("target_missing"), [there()], "until-completed")).toBe("frequency");
});

it("D31: a dismissal on another device is a reason to wait here", () => {
  const other = there({ guide: "other", status: "dismissed", startedAt: NOW - DAY / 2 });
  expect(stoppedBy(someFacts(), [other], "once")).toBe("cool-down");
});

it("D31: one start told by both is one", () => {
  const ledger = [{ guide: "other", at: NOW - 2 * DAY, dismissed: false }];
  const own = there({ guide: "other", startedAt: NOW - 2 * DAY + 900 });
  expect(withElsewhere(someFacts({ ledger }), [own]).ledger).toEqual(ledger);
});

it("D31: whatever is known here, what was seen elsewhere starts at most as often as its frequency allows", () => {
  const time = fc.integer({ min: NOW - 100 * DAY, max: NOW });
  const elsewhere = fc.record({
    guide: fc.constant("hello"),
    startedAt: time,
    status: fc.constantFrom("completed", "dismissed", "snoozed"),
    at: time,
  });
  const status = fc.constantFrom("snoozed", "completed", "dismissed", "target_missing");
  const run = fc.option(fc.record({ status, updatedAt: time }), { nil: undefined });
  const frequency = fc.constantFrom("once", "until-completed");
  fc.assert(
    fc.property(run, elsewhere, frequency, (known, told, wanted) => {
      fc.pre(wanted === "once" || told.status === "completed");
      const facts = someFacts({ runs: new Map(known ? [["hello", known]] : []) });
      expect(stoppedBy(facts, [told as OwnGuide], wanted)).toBe("frequency");
    }),
  );
});
