import { describe, expect, it } from "vitest";
import type { Condition } from "../model/condition.ts";
import type { Answer } from "../model/question.ts";
import type { Plan, PlanStep } from "./plan.ts";
import { begin, canGoBack, reduce } from "./reduce.ts";
import type { Effect, Locating, Outcome, Shown } from "./run.ts";

const condition: Condition = { type: "signal", signal: "paid" };

const step = (id: string, more: Partial<PlanStep> = {}): PlanStep => ({
  id,
  anchored: false,
  advance: "next",
  onMissing: "wait",
  onDemand: false,
  branch: [],
  ...more,
});
const planOf = (...steps: PlanStep[]): Plan => ({
  guide: "g",
  version: 1,
  serial: true,
  reversible: true,
  list: false,
  steps,
});

const going = ({ run }: Outcome) => run as Locating | Shown;
const logOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.type === "report" ? [`${effect.event.action} ${effect.event.step}`] : [],
  );

describe("the way through a guide with branches", () => {
  const plan = planOf(
    step("a", { branch: [{ condition, to: "c" }] }),
    step("b"),
    step("c"),
    step("d"),
  );
  const holds = () => true;
  const press = (from: Outcome, type: "advance" | "back", judge = holds) =>
    reduce(plan, from.run, { type, visit: going(from).visit }, judge);

  it("T38: back goes the way that was gone, and forward may lead another way then", () => {
    const atC = press(begin(plan, "a", false), "advance");
    expect(atC.run).toMatchObject({ at: 2, way: [0] });
    const atD = press(atC, "advance");
    const back = press(press(atD, "back"), "back");
    expect(back.run).toMatchObject({ at: 0, way: [] });
    expect(canGoBack(plan, going(back))).toBe(false);
    expect(press(back, "advance", () => false).run).toMatchObject({ at: 1, way: [0] });
  });

  it("T38: after a reload too", () => {
    const resumed = begin(plan, "d", true, { done: ["a", "c"], left: null });
    expect(press(resumed, "back").run).toMatchObject({ at: 2, way: [0] });
  });

  it("T5: not to a step that was left by something in the page", () => {
    const clicked = planOf(step("a", { advance: "click" }), step("b"));
    const resumed = begin(clicked, "b", true, { done: ["a"], left: null });
    expect(canGoBack(clicked, going(resumed))).toBe(false);
  });

  it("T5: not to a step that was skipped because its target was missing", () => {
    const skipping = planOf(step("a"), step("b", { anchored: true, onMissing: "skip" }), step("c"));
    const atB = reduce(skipping, begin(skipping, "a", false).run, { type: "advance", visit: 1 });
    const atC = reduce(skipping, atB.run, { type: "missing", visit: 2, reason: "absent" });
    const back = reduce(skipping, atC.run, { type: "back", visit: 3 });
    expect(back.run).toMatchObject({ at: 0 });
  });
});

describe("a step that was done as its page went away", () => {
  const survey = {
    ...planOf(
      step("rate", { branch: [{ when: { atLeast: 9 }, to: "thanks" }] }),
      step("why"),
      step("thanks"),
    ),
    reversible: false,
  };
  const resumed = (value: number) => {
    const answer: Answer = { type: "nps", value };
    return begin(survey, "rate", true, { done: ["rate"], left: { answer } });
  };

  it("T34: leads where the answer leads, not to the following step", () => {
    expect(resumed(10).run).toMatchObject({ at: 2 });
    expect(resumed(3).run).toMatchObject({ at: 1 });
    expect(logOf(resumed(10).effects)).toEqual([]);
  });

  it("T2: leads on without an answer, and the last one to the end", () => {
    const left = { answer: null };
    expect(begin(survey, "why", true, { done: ["why"], left }).run).toMatchObject({ at: 2 });
    const ended = begin(survey, "thanks", true, { done: ["thanks"], left });
    expect(ended.run).toEqual({ phase: "over", outcome: "completed" });
    expect(logOf(ended.effects)).toEqual(["completed thanks"]);
  });
});
