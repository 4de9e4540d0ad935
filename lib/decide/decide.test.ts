import { describe, expect, it } from "vitest";
import type { Condition } from "../model/condition.ts";
import type { Experiment } from "../model/experiment.ts";
import type { Guide } from "../model/guide.ts";
import { decide, decideAll } from "./decide.ts";
import type { Facts, RunFact } from "./facts.ts";
import { NOW, someFacts, someGuide } from "./fixture.ts";
import { DAY, HOUR } from "./limits.ts";

const stop = (guide: Partial<Guide>, facts: Partial<Facts> = {}) =>
  decide(someGuide(guide), someFacts(facts)).stoppedBy?.check ?? "due";

const when = (condition: Condition): Partial<Guide> => ({
  trigger: { start: "auto", when: condition },
});
const run = (status: RunFact["status"], age = DAY) => ({
  runs: new Map([["hello", { status, updatedAt: NOW - age }]]),
});
const missed = (misses: number): Partial<Facts> => ({
  runs: new Map([["hello", { status: "target_missing", updatedAt: NOW - DAY, misses }]]),
});
const shown = (...ages: number[]) => ({
  ledger: ages.map((age) => ({ guide: "other", at: NOW - age, dismissed: false })),
});

describe("decisions", () => {
  it("D1: without any reason against it a guide is due", () => {
    const decision = decide(someGuide(), someFacts());
    expect(decision).toMatchObject({ guide: "hello", due: true, watch: null, stoppedBy: null });
    expect(decision.trace.map(({ check }) => check)).toEqual([
      "start",
      "paused",
      "schedule",
      "audience",
      "frequency",
      "target",
      "trigger",
      "running",
      "busy",
      "spacing",
      "cool-down",
      "session",
      "day",
      "week",
    ]);
  });

  it("D1: the first check that fails stops it, and the others are still told", () => {
    const guide = someGuide({ trigger: { start: "manual" }, schedule: { from: NOW + 5 } });
    const { stoppedBy, trace, watch } = decide(guide, someFacts({ busy: "typing" }));
    expect(stoppedBy?.check).toBe("start");
    expect(watch).toBeNull();
    expect(trace.filter(({ outcome }) => outcome === "stopped").map(({ check }) => check)).toEqual([
      "start",
      "schedule",
      "busy",
    ]);
  });

  it.each<[string, Partial<Guide>, Partial<Facts>, string]>([
    ["D2: only from the library", { trigger: { start: "manual" } }, {}, "start"],
    ["D3: too early", { schedule: { from: NOW + 1 } }, {}, "schedule"],
    ["D3: from is inclusive", { schedule: { from: NOW } }, {}, "due"],
    ["D3: until is exclusive", { schedule: { until: NOW } }, {}, "schedule"],
    ["D4: not in the audience", { audience: { type: "signal", signal: "live" } }, {}, "audience"],
    ["D5: once", {}, run("dismissed"), "frequency"],
    [
      "D5: once, also when only the ledger knows",
      {},
      {
        ledger: [{ guide: "hello", at: NOW - 9 * DAY, dismissed: false }],
      },
      "frequency",
    ],
    [
      "D5: until completed, dismissed",
      { trigger: { start: "auto", frequency: "until-completed" } },
      run("dismissed"),
      "due",
    ],
    [
      "D5: until completed, completed",
      { trigger: { start: "auto", frequency: "until-completed" } },
      run("completed"),
      "frequency",
    ],
    ["D5: always", { trigger: { start: "auto", frequency: "always" } }, run("completed"), "due"],
    [
      "D32: always, closed in this visit",
      { trigger: { start: "auto", frequency: "always" } },
      run("dismissed", 30_000),
      "frequency",
    ],
    [
      "D32: put off in this visit",
      { trigger: { start: "auto", frequency: "until-completed" } },
      run("snoozed", 30_000),
      "frequency",
    ],
    ["D6: missing in this session", {}, run("target_missing", 30_000), "frequency"],
    ["D6: missing in an earlier session", {}, run("target_missing"), "due"],
    ["D25: paused by its workspace", {}, { paused: new Map([["hello", NOW - DAY]]) }, "paused"],
    ["D25: another one is paused", {}, { paused: new Map([["other", NOW]]) }, "due"],
    ["D26: missed in three visits in a row", {}, missed(3), "target"],
    ["D26: missed in two", {}, missed(2), "due"],
    ["D7: the trigger does not hold", when({ type: "used", feature: "deploy" }), {}, "trigger"],
    [
      "D9: already running",
      { trigger: { start: "auto", frequency: "always" } },
      run("running", 60_000),
      "running",
    ],
    [
      "D9: left behind long ago",
      { trigger: { start: "auto", frequency: "always" } },
      run("running", HOUR),
      "due",
    ],
    ["D10: busy", {}, { busy: "dragging" }, "busy"],
    ["D11: right after another", {}, { ...shown(29_999), sessionStart: NOW }, "spacing"],
    ["D11: a little later", {}, { ...shown(30_000), sessionStart: NOW }, "due"],
    ["D13: one a session", {}, shown(45_000), "session"],
    ["D14: two a week", {}, shown(3 * DAY, 6 * DAY), "week"],
    ["D14: seven days later", {}, shown(3 * DAY, 7 * DAY), "due"],
    ["D15: ambient guides take nothing", { budget: "ambient" }, shown(1, 2, 3), "due"],
    ["D15: a banner is ambient", { kind: "banner" }, shown(1, 2, 3), "due"],
    ["D15: exempt guides ignore the caps", { budget: "exempt" }, shown(1, 2, 3), "due"],
    [
      "D15: exempt guides wait for a running one",
      { budget: "exempt", id: "urgent" },
      run("running", 1),
      "running",
    ],
    [
      "D15: ambient runs hold nobody up",
      { id: "next" },
      { ...run("running", 1), ambient: new Set(["hello"]) },
      "due",
    ],
  ])("%s", (_name, guide, facts, expected) => {
    expect(stop(guide, facts)).toBe(expected);
  });

  it("D12: the cool-down doubles with each dismissal in a row", () => {
    const dismissed = (...days: number[]) => ({
      ledger: days.map((age) => ({ guide: "other", at: NOW - age * DAY, dismissed: true })),
    });
    expect(stop({}, dismissed(0.9))).toBe("cool-down");
    expect(stop({}, dismissed(1))).toBe("due");
    expect(stop({}, dismissed(1.9, 20))).toBe("cool-down");
    expect(stop({}, dismissed(2, 20))).toBe("due");
    expect(stop({}, dismissed(27, 50, 60, 70, 80, 90, 100))).toBe("cool-down");
    expect(stop({}, dismissed(28, 50, 60, 70, 80, 90, 100))).toBe("due");
    const { ledger } = dismissed(5, 6, 7);
    expect(stop({}, { ledger: [...ledger, ...shown(4 * DAY).ledger] })).not.toBe("cool-down");
  });

  it("D12: says until when", () => {
    const ledger = [{ guide: "other", at: NOW - HOUR, dismissed: true }];
    expect(decide(someGuide(), someFacts({ ledger })).stoppedBy?.until).toBe(NOW - HOUR + DAY);
    const week = decide(someGuide(), someFacts(shown(3 * DAY, 6 * DAY))).stoppedBy;
    expect(week).toMatchObject({ check: "week", until: NOW + DAY, values: { shown: 2, limit: 2 } });
  });

  it("D14: showings from before the clock was put back far do not count", () => {
    expect(stop({}, shown(-2 * DAY, -3 * DAY))).toBe("due");
    expect(stop({}, shown(-HOUR))).not.toBe("due");
  });

  it("D8: the page's part is left to the page", () => {
    const element = { type: "element", selector: "#x", state: "present" } as const;
    const guide = someGuide({
      ...when({ type: "all", of: [{ type: "signal", signal: "live" }, element] }),
      audience: { type: "page", url: { path: "/flows" } },
    });
    const facts = someFacts({ signals: new Set(["live"]) });
    expect(decide(guide, facts)).toMatchObject({
      due: true,
      watch: { type: "all", of: [{ type: "page" }, element] },
    });
    const here = { host: "h", pathname: "/flows", search: "", hash: "" };
    expect(decide(guide, { ...facts, address: here }).watch).toEqual(element);
    const elsewhere = { ...here, pathname: "/" };
    expect(decide(guide, { ...facts, address: elsewhere }).stoppedBy?.check).toBe("audience");
  });

  it("D16: a start by hand looks only at schedule and audience", () => {
    const guide = someGuide({ trigger: { start: "manual" } });
    const facts = someFacts({ ...run("completed"), ...shown(1, 2, 3), busy: "typing" });
    expect(decide(guide, facts, "manual").due).toBe(true);
    const over = someGuide({ schedule: { until: NOW } });
    expect(decide(over, facts, "manual").stoppedBy?.check).toBe("schedule");
  });

  it("D17: the holdout is told apart only where nothing else stopped the guide", () => {
    const experiment: Experiment = {
      id: "lift",
      name: "Lift",
      seed: "seed",
      unit: "user",
      coverage: 1,
      holdout: 1,
    };
    const experiments = new Map([["lift", experiment]]);
    const held = decide(someGuide({ experiment: "lift" }), someFacts({ experiments }));
    expect(held).toMatchObject({ due: false, arm: "holdout", stoppedBy: { check: "experiment" } });
    const manual = someGuide({ experiment: "lift", trigger: { start: "manual" } });
    expect(decide(manual, someFacts({ experiments })).arm).toBeNull();
  });

  it("D1: decides each guide on the same facts", () => {
    const guides = [someGuide(), someGuide({ id: "second", trigger: { start: "manual" } })];
    expect(decideAll(guides, someFacts()).map(({ guide, due }) => [guide, due])).toEqual([
      ["hello", true],
      ["second", false],
    ]);
  });
});
