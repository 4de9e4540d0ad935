import { describe, expect, it } from "vitest";
import type { OnMissing } from "../model/guide.ts";
import type { Plan, PlanStep } from "./plan.ts";
import { begin, reduce } from "./reduce.ts";
import type { Action, Effect, Run } from "./run.ts";

const step = (id: string, more: Partial<PlanStep> = {}): PlanStep => ({
  id,
  anchored: true,
  advance: "next",
  onMissing: "wait",
  onDemand: false,
  branch: [],
  ...more,
});
const planOfSteps = (...steps: PlanStep[]): Plan => ({
  guide: "first-flow",
  version: 3,
  serial: steps.length > 1,
  reversible: true,
  list: false,
  steps,
});

/** Plays actions (visit numbers are filled in) and notes what is reported. */
function play(plan: Plan, ...actions: (Action["type"] | Action)[]) {
  let { run, effects } = begin(plan, plan.steps[0]?.id ?? "", false);
  for (const entry of actions) {
    const visit = run.phase === "over" ? 0 : run.visit;
    const action =
      typeof entry === "string" ? { type: entry, visit, reason: "nothing like it" } : entry;
    const next = reduce(plan, run, action as Action);
    run = next.run;
    effects = [...effects, ...next.effects];
  }
  return { run, log: logOf(effects), effects };
}

function logOf(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.type === "report" ? [`${effect.event.action} ${effect.event.step}`] : [],
  );
}

const lastReason = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "report" ? [effect.event.reason] : [])).at(-1);

describe("a run", () => {
  it("T1: reports each step once it is on screen, and its end", () => {
    const plan = planOfSteps(step("a"), step("b"));
    const { run, log } = play(plan, "found", "painted", "advance", "found", "painted", "advance");
    expect(run).toEqual({ phase: "over", outcome: "completed" });
    expect(log).toEqual([
      "started a",
      "step_shown a",
      "step_completed a",
      "step_shown b",
      "step_completed b",
      "completed b",
    ]);
  });

  it("T34: an answer is reported as it was given, and leads where its branch says", () => {
    const branch = [{ when: { atLeast: 9 }, to: "thanks" }];
    const plan = {
      ...planOfSteps(
        step("nps", { anchored: false, branch }),
        step("why", { anchored: false, branch: [{ when: { anyOf: ["slow"] }, to: null }] }),
        step("thanks", { anchored: false }),
      ),
      reversible: false,
    };
    const answer = (value: number): Action => ({
      type: "answer",
      visit: 1,
      answer: { type: "nps", value },
    });
    const happy = play(plan, "painted", answer(9));
    expect(happy.run).toMatchObject({ at: 2 });
    expect(happy.log.slice(2)).toEqual(["answered nps", "step_completed nps"]);
    expect(happy.effects).toContainEqual(
      expect.objectContaining({
        event: expect.objectContaining({ action: "answered", answer: { type: "nps", value: 9 } }),
      }),
    );
    const slow: Action = { type: "answer", visit: 2, answer: { type: "choice", value: "slow" } };
    const unhappy = play(plan, answer(3), slow);
    expect(unhappy.run).toEqual({ phase: "over", outcome: "completed" });
    expect(play(plan, answer(3), "back").run).toMatchObject({ at: 1 });
  });

  it("T36: not now is not never, for what has something to go on with", () => {
    const plan = planOfSteps(step("a"), step("b"));
    const { run, log } = play(plan, "found", "painted", "snooze");
    expect(run).toEqual({ phase: "over", outcome: "snoozed" });
    expect(log.at(-1)).toBe("snoozed a");
    expect(play(planOfSteps(step("a")), "found", "painted", "snooze").run.phase).toBe("shown");
  });

  it("T32: what is there on demand was seen when it was opened", () => {
    const plan = planOfSteps(step("a", { onDemand: true }));
    expect(play(plan, "found", "painted").log).toEqual(["started a"]);
    const opened = play(plan, "found", "open", "painted", "fold", "open", "painted");
    expect(opened.log).toEqual(["started a", "step_shown a"]);
    expect(opened.run).toMatchObject({ phase: "shown", open: true });
    expect(play(plan, "found", "open", "painted", "lost", "found").run).toMatchObject({
      open: false,
    });
  });

  it("T2: a resumed run goes on at its step and is not started again", () => {
    const plan = planOfSteps(step("a"), step("b"));
    const { run, effects } = begin(plan, "b", true);
    expect(run).toMatchObject({ phase: "locating", at: 1 });
    expect(effects).toEqual([{ type: "locate", at: 1, visit: 1 }]);
  });

  it("shows a step without an anchor at once", () => {
    const plan = planOfSteps(step("hello", { anchored: false }));
    expect(play(plan).run).toMatchObject({ phase: "shown", pointing: false });
  });

  it("T3: what comes late for a former step changes nothing", () => {
    const plan = planOfSteps(step("a"), step("b"));
    const { run } = play(plan, "found", "advance", { type: "advance", visit: 1 });
    expect(run).toMatchObject({ phase: "locating", at: 1 });
  });

  it("T4: a lost target is looked for again without a second report", () => {
    const { run, log } = play(
      planOfSteps(step("a")),
      "found",
      "painted",
      "lost",
      "found",
      "painted",
    );
    expect(run).toMatchObject({ phase: "shown", pointing: true });
    expect(log).toEqual(["started a", "step_shown a"]);
  });

  it("T5: back leads to a step that the person left with Next, and only there", () => {
    const plan = planOfSteps(step("a"), step("b", { advance: "click" }), step("c"));
    expect(play(plan, "found", "advance", "found", "back").run).toMatchObject({ at: 0 });
    expect(play(plan, "found", "advance", "found", "advance", "back").run).toMatchObject({ at: 2 });
    expect(play(plan, "found", "back").run).toMatchObject({ at: 0, phase: "shown" });
  });

  it("T9: a result that is already there completes the step unseen", () => {
    const { run, effects } = play(planOfSteps(step("a", { advance: "until" })), "advance");
    expect(run).toEqual({ phase: "over", outcome: "completed" });
    expect(effects).toContainEqual({
      type: "report",
      event: expect.objectContaining({ action: "step_completed", reason: "already done" }),
    });
  });
});

describe("a missing target", () => {
  const missed = (onMissing: OnMissing, ...rest: (Action["type"] | Action)[]) =>
    play(planOfSteps(step("a", { onMissing }), step("b")), "missing", ...rest);

  it("T6: wait keeps looking and shows the step when the target comes", () => {
    const waiting = missed("wait");
    expect(waiting.run).toMatchObject({ phase: "locating", missing: "nothing like it" });
    expect(lastReason(waiting.effects)).toBe("waiting: nothing like it");
    expect(missed("wait", "found").run).toMatchObject({ phase: "shown", pointing: true });
  });

  it("T6: skip goes on with the next step", () => {
    const { run, log } = missed("skip");
    expect(run).toMatchObject({ phase: "locating", at: 1 });
    expect(log.at(-1)).toBe("target_missing a");
  });

  it("T6: a run whose last step is skipped was not completed", () => {
    const { run, log } = play(planOfSteps(step("a", { onMissing: "skip" })), "missing");
    expect(run).toEqual({ phase: "over", outcome: "target_missing" });
    expect(log).toEqual(["started a", "target_missing a"]);
  });

  it("T6: show-without-arrow shows the text, and points when the target comes", () => {
    expect(missed("show-without-arrow").run).toMatchObject({ phase: "shown", pointing: false });
    expect(missed("show-without-arrow", "found").run).toMatchObject({ pointing: true });
  });

  it("T6: end ends the run and says so", () => {
    const { run, effects } = missed("end");
    expect(run).toEqual({ phase: "over", outcome: "target_missing" });
    expect(lastReason(effects)).toBe("end: nothing like it");
  });

  it("T7: closing while the target is missing is not a dismissal", () => {
    const { run, effects } = missed("wait", "dismiss");
    expect(run).toEqual({ phase: "over", outcome: "target_missing" });
    expect(lastReason(effects)).toMatch(/^end: closed while waiting/);
  });

  it("T8: an error ends the run, never as dismissed", () => {
    const failed: Action = { type: "fail", reason: "boom ".repeat(50) };
    const { run, effects } = play(planOfSteps(step("a")), "found", "painted", failed);
    expect(run).toEqual({ phase: "over", outcome: "target_missing" });
    expect(lastReason(effects)?.length).toBeLessThanOrEqual(100);
  });
});

describe("a likely target", () => {
  const asked = (onMissing: OnMissing, ...rest: (Action["type"] | Action)[]) =>
    play(planOfSteps(step("a", { onMissing }), step("b")), "likely", ...rest);

  it("T40: is asked about, and was not shown before the person says yes", () => {
    expect(asked("wait", "painted").run).toMatchObject({ phase: "shown", sure: false });
    expect(asked("wait", "painted").log).toEqual(["started a"]);
    const { run, log } = asked("wait", "painted", "confirm", "painted");
    expect(run).toMatchObject({ phase: "shown", pointing: true, sure: true });
    expect(log).toEqual(["started a", "step_shown a"]);
  });

  it("T40: no is a missing target, and the search goes on", () => {
    const { run, effects } = asked("wait", "deny");
    expect(run).toMatchObject({ phase: "locating", missing: "the person says it is another" });
    expect(effects.filter(({ type }) => type === "locate")).toHaveLength(2);
    expect(asked("skip", "deny").run).toMatchObject({ at: 1 });
    expect(asked("end", "deny").run).toEqual({ phase: "over", outcome: "target_missing" });
    expect(asked("show-without-arrow", "deny").run).toMatchObject({ pointing: false, sure: true });
  });

  it("T40: closing while it is asked about is not a dismissal", () => {
    expect(asked("wait", "dismiss").run).toEqual({ phase: "over", outcome: "target_missing" });
    expect(asked("wait", "confirm", "dismiss").run).toMatchObject({ outcome: "dismissed" });
  });
});

it("T41: an obstacle is known until it changes or the target is lost", () => {
  const plan = planOfSteps(step("a"));
  const covered: Action = { type: "obstacle", visit: 1, obstacle: "covered" };
  expect(play(plan, covered).run).not.toHaveProperty("obstacle");
  expect(play(plan, "found", covered).run).toMatchObject({ obstacle: "covered" });
  expect(play(plan, "found", covered, "lost", "found").run).toMatchObject({ obstacle: null });
});

it("T53: among how many the person chooses is known while the step is shown", () => {
  const several: Action = { type: "found", visit: 1, choices: 3 };
  expect(play(planOfSteps(step("a")), several).run).toMatchObject({ phase: "shown", choices: 3 });
  expect(play(planOfSteps(step("a")), several, "lost", "found").run).toMatchObject({ choices: 0 });
});

it("T6: what the person is told of a missing target changes without a second report", () => {
  const equals: Action = { type: "missing", visit: 1, reason: "2 are equal", several: 2 };
  const { run, log } = play(planOfSteps(step("a")), "missing", equals);
  expect(run).toMatchObject({ missing: "2 are equal", several: 2 });
  expect(log).toEqual(["started a", "target_missing a"]);
});

it("nothing wakes a run that is over", () => {
  const plan = planOfSteps(step("a"));
  const { run } = play(plan, "found", "dismiss");
  const over: Run = run;
  expect(reduce(plan, over, { type: "dismiss" }).effects).toEqual([]);
});
