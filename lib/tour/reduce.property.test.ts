import fc from "fast-check";
import { expect, it } from "vitest";
import type { Plan, PlanStep } from "./plan.ts";
import { begin, reduce } from "./reduce.ts";
import type { Action, Effect, Report, Run } from "./run.ts";

const plan: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      anchored: fc.boolean(),
      advance: fc.constantFrom("next", "click", "input", "until"),
      onMissing: fc.constantFrom("wait", "skip", "show-without-arrow", "end"),
      onDemand: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) => ({
    guide: "g",
    version: 1,
    serial: steps.length > 1,
    reversible: true,
    list: false,
    steps: steps.map((step, index): PlanStep => ({ ...step, id: `s${index}`, branch: [] })),
  }));
const branching: fc.Arbitrary<Plan> = fc
  .tuple(plan, fc.array(fc.record({ from: fc.nat(4), atLeast: fc.nat(10), to: fc.nat(5) })))
  .map(([of, jumps]) => ({
    ...of,
    reversible: false,
    steps: of.steps.map((step, at) => ({
      ...step,
      branch: jumps
        .filter(({ from, to }) => from === at && to > at)
        .map(({ atLeast, to }) => ({ when: { atLeast }, to: of.steps[to]?.id ?? null })),
    })),
  }));

const visit = fc.nat(6);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constantFrom(
        "found",
        "lost",
        "painted",
        "likely",
        "confirm",
        "deny",
        "advance",
        "back",
        "open",
        "fold",
      ),
      visit,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("missing" as const), visit, reason: fc.string() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("answer" as const),
      visit,
      answer: fc.record({ type: fc.constant("nps" as const), value: fc.nat(10) }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("dismiss", "stop", "snooze") }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("fail" as const), reason: fc.string() }) },
) as fc.Arbitrary<Action>;

/** Half of the actions are meant for the present step, so that runs get somewhere. */
const script = fc.array(fc.tuple(action, fc.boolean()), { maxLength: 60 });

function play(of: Plan, actions: [Action, boolean][], check: (run: Run) => void) {
  let { run, effects } = begin(of, "s0", false);
  for (const [entry, aimed] of actions) {
    check(run);
    const now = run.phase === "over" ? 0 : run.visit;
    const next = reduce(of, run, aimed && "visit" in entry ? { ...entry, visit: now } : entry);
    run = next.run;
    effects = [...effects, ...next.effects];
  }
  check(run);
  return { run, effects };
}

const reportsOf = (effects: readonly Effect[]): Report[] =>
  effects.flatMap((effect) => (effect.type === "report" ? [effect.event] : []));

const isEnd = ({ action: name, reason }: Report) =>
  name === "snoozed" ||
  name === "completed" ||
  name === "dismissed" ||
  (name === "target_missing" && reason?.startsWith("end") === true);

it("T10 (joyride#1206): no actions lead to an impossible state", () => {
  fc.assert(
    fc.property(fc.oneof(plan, branching), script, (of, actions) => {
      play(of, actions, (run) => {
        if (run.phase === "over") return;
        const step = of.steps[run.at];
        expect(step).toBeDefined();
        if (run.phase === "locating") expect(step?.anchored).toBe(true);
        if (run.phase === "shown" && run.pointing) expect(step?.anchored).toBe(true);
        if (run.phase === "shown" && !step?.onDemand) expect(run.open).toBe(true);
      });
    }),
  );
});

it("T10: a run ends with exactly one report that says so, and nothing comes after it", () => {
  fc.assert(
    fc.property(fc.oneof(plan, branching), script, (of, actions) => {
      const { run, effects } = play(of, actions, () => undefined);
      const reports = reportsOf(effects);
      const ends = reports.filter(isEnd);
      expect(ends).toHaveLength(run.phase === "over" ? 1 : 0);
      if (run.phase !== "over") return;
      expect(reports.at(-1)).toBe(ends[0]);
      expect(ends[0]?.action).toBe(run.outcome);
      expect(effects.at(-1)).toEqual({ type: "close" });
    }),
  );
});

it("T10: reports come in a legal order", () => {
  fc.assert(
    fc.property(fc.oneof(plan, branching), script, (of, actions) => {
      const reports = reportsOf(play(of, actions, () => undefined).effects);
      expect(reports[0]?.action).toBe("started");
      let shown: string | undefined;
      for (const { action: name, step, reason } of reports.slice(1)) {
        expect(name).not.toBe("started");
        if (name === "step_shown") shown = step;
        if (name === "step_completed" && reason === undefined) expect(shown).toBe(step);
        if (name === "completed" && of.reversible) expect(step).toBe(of.steps.at(-1)?.id);
      }
    }),
  );
});

it("T7: a run that never showed its step does not end as dismissed by closing it", () => {
  const missing = plan.map((of) => ({
    ...of,
    steps: of.steps.map((step) => ({ ...step, anchored: true, onMissing: "wait" as const })),
  }));
  fc.assert(
    fc.property(missing, (of) => {
      const close: [Action, boolean][] = [
        [{ type: "missing", visit: 1, reason: "" }, true],
        [{ type: "dismiss" }, false],
      ];
      expect(play(of, close, () => undefined).run).toEqual({
        phase: "over",
        outcome: "target_missing",
      });
    }),
  );
});
