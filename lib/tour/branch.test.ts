import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../model/condition.ts";
import type { Branch } from "../model/question.ts";
import { stepAfter, wayTo } from "./branch.ts";

const never = () => false;
const signal = (id: string): Condition => ({ type: "signal", signal: id });

describe("branches", () => {
  it("T34: the first branch that fits leads on, else the next step", () => {
    const steps = [
      {
        id: "a",
        branch: [
          { when: { atLeast: 9 }, to: "d" },
          { when: { atLeast: 7, atMost: 8 }, to: "c" },
          { when: { atMost: 0 }, to: null },
        ],
      },
      { id: "b", branch: [{ when: { anyOf: ["x", "y"] }, to: "d" }] },
      { id: "c", branch: [] },
      { id: "d", branch: [] },
    ];
    const rate = (value: number) => stepAfter(steps, 0, { type: "nps", value }, never);
    expect([10, 9, 8, 7, 6, 1, 0].map(rate)).toEqual([3, 3, 2, 2, 1, 1, 4]);
    expect(stepAfter(steps, 1, { type: "multiple", value: ["z", "y"] }, never)).toBe(3);
    expect(stepAfter(steps, 1, { type: "choice", value: "z" }, never)).toBe(2);
    expect(stepAfter(steps, 0, null, never)).toBe(1);
  });

  it("T38: a condition decides as an answer does, and together both have to fit", () => {
    const steps = [
      {
        id: "a",
        branch: [
          { condition: signal("paid"), to: "c" },
          { when: { atMost: 3 }, condition: signal("stuck"), to: null },
        ],
      },
      { id: "b", branch: [] },
      { id: "c", branch: [] },
    ];
    const next = (answer: number | null, ...held: string[]) =>
      stepAfter(steps, 0, answer === null ? null : { type: "nps", value: answer }, (asked) =>
        held.includes(asked.type === "signal" ? asked.signal : ""),
      );
    expect(next(null)).toBe(1);
    expect(next(null, "paid", "stuck")).toBe(2);
    expect(next(2, "stuck")).toBe(3);
    expect(next(2)).toBe(1);
    expect(next(9, "stuck")).toBe(1);
  });

  it("T38: whatever holds, a run only goes forward and so comes to its end", () => {
    const ids = ["s0", "s1", "s2", "s3", "s4"];
    const branch: fc.Arbitrary<Branch> = fc.record({
      condition: fc.constantFrom(signal("x"), signal("y")),
      to: fc.constantFrom(...ids, "gone", null),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(branch, { maxLength: 3 }), { minLength: 5, maxLength: 5 }),
        fc.infiniteStream(fc.boolean()),
        (branches, held) => {
          const steps = branches.map((of, index) => ({ id: `s${index}`, branch: of }));
          for (let at = 0, before = -1; at < steps.length; ) {
            expect(at).toBeGreaterThan(before);
            before = at;
            at = stepAfter(steps, at, null, () => held.next().value);
          }
        },
      ),
    );
  });

  it.each([
    [["a", "b"], 2, [0, 1]],
    [["a", "c"], 3, [0, 2]],
    [["a", "b"], 1, [0]],
    [["a", "c"], 2, [0]],
    [["c", "a", "b"], 3, [0, 1]],
    [["c", "a"], 1, [0]],
    [["c", "a"], 3, [0]],
    [["gone", "a"], 1, [0]],
    [[], 2, []],
  ])("T38: of %o the way to step %i is %o", (done, at, expected) => {
    const steps = ["a", "b", "c", "d"].map((id) => ({ id }));
    expect(wayTo(steps, done, at)).toEqual(expected);
  });
});
