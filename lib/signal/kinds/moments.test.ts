import { describe, expect, it } from "vitest";
import type { Frustration, Onboarding, Outcome } from "../../model/signal.ts";
import { readFrustration, withFriction } from "./frustration.ts";
import { readMilestone } from "./milestone.ts";
import { readOnboarding } from "./onboarding.ts";
import { readOutcome } from "./outcome.ts";

const named = { id: "it", name: "It" };
const used = (feature: string) => ({ type: "used" as const, feature });
const by = (since: number) => ({ since, evidence: [`e${since}`] });

describe("frustration", () => {
  const definition: Frustration = {
    ...named,
    kind: "frustration",
    what: ["rage_click", "error"],
    times: 2,
    within: "10ms",
  };
  const friction = (...times: number[]) =>
    times.map((ts) => ({ ts, id: `f${ts}`, what: "rage_click" }));
  const read = (now: number, ...times: number[]) =>
    readFrustration(definition, friction(...times), now);

  it("V22: true while so much lies within the window, inclusive, then false again", () => {
    expect(read(0)).toMatchObject({ value: false, since: null, due: null });
    expect(read(5, 5)).toMatchObject({ value: false, since: null });
    expect(read(15, 5, 15)).toMatchObject({
      value: true,
      since: 15,
      evidence: ["f5", "f15"],
      detail: { rage_click: 2, error: 0 },
      due: 16,
    });
    expect(read(16, 5, 15)).toMatchObject({ value: false, since: 16, evidence: [] });
    expect(read(16, 5, 16).value).toBe(false);
  });

  it("V22: more of it keeps it true since the first time", () => {
    expect(read(24, 5, 12, 14, 20)).toMatchObject({ value: true, since: 12, due: 25 });
    expect(read(13, 5, 12, 14, 20)).toMatchObject({ value: true, since: 12 });
  });

  it("V22: keeps what it watches for, in whatever order it comes, at most the newest 128", () => {
    const [a, b] = [friction(5), [{ ts: 1, id: "x", what: "error" }]];
    const stranger = [{ ts: 2, id: "y", what: "dead_click" }];
    const kept = withFriction(definition, withFriction(definition, [], a), [...b, ...stranger]);
    expect(kept.map(({ id }) => id)).toEqual(["x", "f5"]);
    const many = friction(...Array.from({ length: 200 }, (_, ts) => ts));
    expect(withFriction(definition, [], many)).toHaveLength(128);
  });
});

describe("onboarding", () => {
  const definition: Onboarding = {
    ...named,
    kind: "onboarding",
    stages: ["build", "run"].map((id) => ({ id, name: id, when: used(id) })),
    stuckAfter: "100ms",
  };
  const read = (now: number, ...finished: (number | null)[]) =>
    readOnboarding(
      definition,
      {
        started: finished.length > 0 ? by(5) : null,
        finished: finished.map((ts) => (ts === null ? null : by(ts))),
      },
      now,
    );

  it("V24: the first stage that is not finished, then done", () => {
    expect(read(9)).toMatchObject({ value: null, since: null, due: null });
    expect(read(9, null)).toMatchObject({ value: "build", since: 5, evidence: ["e5"] });
    expect(read(9, 7, null)).toMatchObject({ value: "run", since: 7, detail: { at: 1, of: 2 } });
    expect(read(9, null, 7)).toMatchObject({ value: "build", since: 5, detail: { at: 0 } });
    expect(read(999, 8, 7)).toMatchObject({
      value: "done",
      since: 8,
      evidence: ["e5", "e8", "e7"],
      detail: { at: 2, finishedAt: [8, 7], stuck: false },
      due: null,
    });
  });

  it("V24: stuck is longer at one stage than allowed", () => {
    expect(read(107, 7, null)).toMatchObject({ detail: { stuck: false }, due: 108 });
    expect(read(108, 7, null)).toMatchObject({ detail: { stuck: true, stuckSince: 107 } });
  });
});

describe("outcome", () => {
  const definition: Outcome = { ...named, kind: "outcome", guide: "g", goal: "go", within: "10ms" };
  const read = (now: number, shown: number | null, goal: number | null, holdout?: number) =>
    readOutcome(
      definition,
      {
        shown: shown === null ? null : by(shown),
        met: holdout === undefined ? null : { arm: "holdout", at: holdout },
        goal: goal === null ? null : by(goal),
      },
      now,
    );

  it("V23: moved within the window, inclusive, or not", () => {
    expect(read(9, null, 5)).toMatchObject({ value: null, detail: { shownAt: null, movedAt: 5 } });
    expect(read(9, 5, null)).toMatchObject({ value: null, due: 16 });
    expect(read(15, 5, 15)).toMatchObject({ value: "moved", since: 15, evidence: ["e5", "e15"] });
    expect(read(16, 5, 16)).toMatchObject({ value: "not-moved", since: 16, evidence: ["e5"] });
    expect(read(16, 5, null)).toMatchObject({ value: "not-moved", since: 16, due: null });
  });

  it("V23: who had reached the goal before has no outcome", () => {
    expect(read(99, 5, 4).value).toBeNull();
  });

  it("V23: the holdout counts from when it would have seen the guide", () => {
    expect(read(15, null, 15, 5)).toMatchObject({
      value: "moved",
      detail: { shownAt: 5, movedAt: 15, arm: "holdout" },
    });
    expect(read(15, 5, 15).detail.arm).toBe("none");
  });
});

it("V25: a milestone tells how far anybody got, and since when they are here", () => {
  const steps = [{ feature: "a", times: 2 }, { feature: "b" }];
  const when = { type: "sequence" as const, sequence: { steps } };
  const definition = { ...named, kind: "milestone" as const, when };
  const none = { version: 1, last: null, leaves: [], fulfilled: null };
  expect(readMilestone(definition, undefined, 3).detail).toEqual({});
  expect(readMilestone(definition, { ...none, reached: [4] }, 3)).toMatchObject({
    value: false,
    since: null,
    detail: { reachedAt: [4, null, null], firstSeenAt: 3 },
  });
  const state = { ...none, fulfilled: by(9), reached: [4, 5, 9] };
  expect(readMilestone(definition, state, 3)).toMatchObject({
    value: true,
    since: 9,
    detail: { reachedAt: [4, 5, 9], firstSeenAt: 3 },
  });
});
