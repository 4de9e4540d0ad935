import fc from "fast-check";
import { expect, it } from "vitest";
import type { Plan } from "./plan.ts";
import { begin, reduce } from "./reduce.ts";
import type { Action, Effect, Run } from "./run.ts";

const IDS = ["a", "b", "c"];
const plan: Plan = {
  guide: "list",
  version: 1,
  serial: true,
  reversible: true,
  list: true,
  steps: IDS.map((id) => ({
    id,
    anchored: false,
    advance: "until",
    onMissing: "wait",
    onDemand: true,
    branch: [],
  })),
};

function play(before: readonly string[], ...actions: Action[]) {
  let { run, effects } = begin(plan, "a", true, { done: before, left: null });
  for (const action of actions) {
    const next = reduce(plan, run, action);
    run = next.run;
    effects = [...effects, ...next.effects];
  }
  return { run, log: logOf(effects), effects };
}

const logOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.type === "report" ? [`${effect.event.action} ${effect.event.step}`] : [],
  );

const items = (...done: string[]): Action => ({ type: "items", done });
const at = (type: "open" | "fold" | "painted" | "advance"): Action => ({ type, visit: 1 });

it("T39: items are done in any order, once, and the last one completes the list", () => {
  const { run, log } = play([], items("c"), items("c", "a"), items(), items("a", "b", "c"));
  expect(log).toEqual(["step_completed c", "step_completed a", "step_completed b", "completed a"]);
  expect(run).toMatchObject({ phase: "shown", finished: true });
});

it("T39: what all was done before is completed even if nothing is new", () => {
  expect(play(["a", "b", "c"], items()).log).toEqual(["completed a"]);
});

it("T39: completed, it can be read and put away, and nothing is reported any more", () => {
  const finished = [items(...IDS), at("open"), at("painted")];
  expect(play([], ...finished).run).toMatchObject({ phase: "shown", open: true });
  for (const end of [at("fold"), { type: "dismiss" }, { type: "stop" }] satisfies Action[]) {
    const { run, log, effects } = play([], ...finished, end);
    expect(run).toEqual({ phase: "over", outcome: "completed" });
    expect(log.at(-1)).toBe("completed a");
    expect(effects.at(-1)).toEqual({ type: "close" });
  }
});

it("T39: another guide is started beside it, and does not lead it on", () => {
  const { run, effects } = play([], at("open"), { type: "start", guide: "tour" }, at("advance"));
  expect(run).toMatchObject({ phase: "shown", open: true, at: 0 });
  expect(effects.at(-1)).toEqual({ type: "start", guide: "tour" });
});

it("T10: whatever happens in whatever order, a list ends at most once and ticks an item at most once", () => {
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.subarray(IDS).map((done) => items(...done)),
    fc
      .constantFrom<Action["type"]>("open", "fold", "painted", "advance", "back")
      .map((type) => ({ type, visit: 1 }) as Action),
    fc.constantFrom<Action>(
      { type: "snooze" },
      { type: "dismiss" },
      { type: "stop" },
      { type: "fail", reason: "x" },
      { type: "start", guide: "g" },
    ),
  );
  fc.assert(
    fc.property(fc.subarray(IDS), fc.array(action, { maxLength: 20 }), (before, actions) => {
      const { run, log } = play(before, ...actions);
      const ends = log.filter((entry) =>
        /^(completed|dismissed|snoozed|target_missing)/.test(entry),
      );
      expect(ends.length).toBeLessThanOrEqual(1);
      const ticks = log.filter((entry) => entry.startsWith("step_completed"));
      expect(new Set(ticks).size).toBe(ticks.length);
      for (const id of before) expect(ticks).not.toContain(`step_completed ${id}`);
      const last: Run = run;
      if (last.phase === "shown" && last.finished) expect(ends).toHaveLength(1);
    }),
  );
});
