import { expect, it } from "vitest";
import { createHistory } from "../signal/history.ts";
import { decide } from "./decide.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";
import { DAY } from "./limits.ts";

/** What befell people of other products, as decisions: docs/spec/threads.md. */

const stopper = (...args: Parameters<typeof decide>) => decide(...args).stoppedBy?.check ?? "due";
const run = (status: "running" | "snoozed" | "completed" | "dismissed", ago: number) =>
  new Map([["hello", { status, updatedAt: NOW - ago }]]);
const wants = (frequency: "once" | "until-completed" | "always") =>
  someGuide({ trigger: { start: "auto", frequency } });

it("posthog#27368: what was shown is not shown on every page", () => {
  const ledger = [{ guide: "hello", at: NOW - 5 * 60_000, dismissed: false }];
  const seen = someFacts({ runs: run("completed", 4 * 60_000), ledger, sessionStart: NOW - DAY });
  for (const frequency of ["once", "until-completed", "always"] as const) {
    expect(stopper(wants(frequency), seen)).toBe("frequency");
  }
});

it("posthog#24600, posthog#44281: one close is a pause that ends, where its author wants it seen", () => {
  const closed = (ago: number) =>
    someFacts({
      runs: run("dismissed", ago),
      ledger: [{ guide: "hello", at: NOW - ago, dismissed: true }],
    });
  expect(stopper(wants("until-completed"), closed(DAY / 2))).toBe("cool-down");
  expect(stopper(wants("until-completed"), closed(2 * DAY))).toBe("due");
  expect(stopper(wants("once"), closed(2 * DAY))).toBe("frequency");
});

it("posthog#21754, posthog#30379: one share for all kinds, whatever came before", () => {
  const ledger = [{ guide: "a-survey", at: NOW - DAY / 2, dismissed: false }];
  const facts = someFacts({
    ledger: [...ledger, { ...ledger[0], guide: "a-tour", at: NOW - DAY / 3, dismissed: false }],
  });
  for (const kind of ["modal", "tour", "survey", "tooltip"] as const) {
    expect(stopper(someGuide({ kind }), facts)).toBe("day");
  }
});

it("posthog#29310: a pause is counted from what is stored, not by a page that is open", () => {
  const later = (ago: number) =>
    stopper(
      someGuide(),
      someFacts({ runs: new Map([["other", { status: "completed", updatedAt: NOW - ago }]]) }),
    );
  expect(later(29_000)).toBe("spacing");
  expect(later(30_000)).toBe("due");
});

it("posthog#47965, posthog#47974, posthog#47969, posthog#25726: a journey is one ordered condition", () => {
  const sequence = {
    steps: [{ feature: "add-node" }, { feature: "connect" }],
    within: "1h",
    without: ["deploy"],
  };
  const guide = someGuide({
    trigger: { start: "auto", when: { type: "sequence", sequence } },
    goal: "first-deploy",
  });
  const used = (...features: string[]) =>
    createHistory(
      features.map((feature, at) => ({ id: `${at}`, feature, ts: NOW + at, boot: "b", seq: at })),
      NOW,
    );
  const after = (...features: string[]) => stopper(guide, someFacts(used(...features)));
  expect(after("add-node", "connect")).toBe("due");
  expect(after("connect", "add-node")).toBe("trigger");
  expect(after("add-node", "deploy", "connect")).toBe("trigger");
});
