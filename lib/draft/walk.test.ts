import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import { planOf } from "../tour/plan.ts";
import { begin, reduce } from "../tour/reduce.ts";
import type { Action, Run } from "../tour/run.ts";
import { type Heard, walkOf } from "./walk.ts";

const anchor = { samples: [{ fingerprint: { tag: "button" } }] };
const guide = smallGuide([
  smallStep("one", { anchor, advance: { on: "click" } }),
  smallStep("two", { anchor, onMissing: "skip" }),
  smallStep("three"),
]);

/** What is heard of a run of the guide when these things happen, a second after each other. */
function hear(actions: readonly Omit<Action, "visit">[]): { heard: Heard[]; run: Run } {
  const plan = planOf(guide, 1);
  const heard: Heard[] = [];
  let { run, effects } = begin(plan, "one", false);
  let at = 0;
  const note = () => {
    for (const effect of effects)
      if (effect.type === "report") heard.push({ at, report: effect.event });
  };
  note();
  for (const action of actions) {
    at += 1_000;
    const visit = run.phase === "over" ? 0 : run.visit;
    ({ run, effects } = reduce(plan, run, { ...action, visit } as Action));
    note();
  }
  return { heard, run };
}

describe("a walk through a guide", () => {
  it("Y8: tells of each step how it went", () => {
    const { heard } = hear([
      { type: "found" },
      { type: "painted" },
      { type: "advance" },
      { type: "missing", reason: "nothing like it" } as Omit<Action, "visit">,
      { type: "painted" },
    ]);
    expect(walkOf(guide, heard)).toMatchObject({
      steps: [
        { step: "one", state: "done", ms: 1_000 },
        { step: "two", state: "skipped", reason: "nothing like it" },
        { step: "three", state: "shown" },
      ],
      end: null,
      at: "three",
    });
  });

  it("Y8: says what was not got through", () => {
    expect(walkOf(guide, [])).toMatchObject({ end: null, at: null });
    const closed = hear([{ type: "found" }, { type: "painted" }, { type: "dismiss" }]);
    expect(walkOf(guide, closed.heard)).toMatchObject({
      steps: [{ state: "left" }, { state: "ahead" }, { state: "ahead" }],
      end: "dismissed",
    });
    const lost = hear([
      { type: "missing", reason: "two are alike" } as Omit<Action, "visit">,
      { type: "dismiss" },
    ]);
    expect(walkOf(guide, lost.heard)).toMatchObject({
      steps: [{ state: "missing", reason: "closed while waiting: two are alike" }, {}, {}],
      end: "missing",
    });
  });

  it("Y8: ends as the run ends, and every step that was completed is done", () => {
    const action = fc.constantFrom<Omit<Action, "visit">>(
      { type: "found" },
      { type: "painted" },
      { type: "advance" },
      { type: "lost" },
      { type: "back" },
      { type: "dismiss" },
      { type: "missing", reason: "gone" } as Omit<Action, "visit">,
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const { heard, run } = hear(actions);
        const walk = walkOf(guide, heard);
        const over = run.phase === "over" ? run.outcome : null;
        expect(walk.end).toBe(over === "target_missing" ? "missing" : over);
        const completed = heard.filter(({ report }) => report.action === "step_completed");
        if (over === "completed") {
          for (const { report } of completed) {
            expect(walk.steps.find(({ step }) => step === report.step)?.state).toBe("done");
          }
        }
      }),
      {
        examples: [
          [
            [
              { type: "advance" },
              { type: "advance" },
              { type: "back" },
              { type: "missing", reason: "gone" } as Omit<Action, "visit">,
              { type: "advance" },
            ],
          ],
        ],
      },
    );
  });
});
