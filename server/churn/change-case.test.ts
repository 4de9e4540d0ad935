import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RiskCasePatch } from "../../lib/model/risk-case.ts";
import { type CaseState, changeCase, stepOf } from "./change-case.ts";

const OPENED: CaseState = {
  level: "high",
  type: null,
  cause: null,
  plan: null,
  people: [],
  doneAt: null,
  outcome: null,
  churnNote: null,
};

function given(...patches: RiskCasePatch[]): CaseState {
  return patches.reduce<CaseState>((state, patch) => {
    const change = changeCase(state, patch, 7);
    if (!change.ok) throw new Error(JSON.stringify(change.problems));
    return change.state;
  }, OPENED);
}

function refused(state: CaseState, patch: RiskCasePatch): string[] {
  const change = changeCase(state, patch, 7);
  return change.ok ? [] : change.problems.map(({ path }) => path);
}

const named = { type: "product", cause: "Exports fail" } as const;
const planned = { plan: "A fix, then a call", people: ["Ann", "Their CTO"] };

describe("handling of a risk", () => {
  it("Z13: from its opening to its outcome", () => {
    expect(stepOf(OPENED)).toBe("opened");
    expect(stepOf(given(named))).toBe("named");
    expect(stepOf(given(named, { plan: "A fix" }))).toBe("named");
    expect(stepOf(given(named, planned))).toBe("planned");
    expect(stepOf(given(named, planned, { done: true }))).toBe("done");
    const closed = given(
      named,
      planned,
      { done: true },
      { outcome: "averted", churnNote: "Fixed" },
    );
    expect(stepOf(closed)).toBe("closed");
    expect(closed.doneAt).toBe(7);
  });

  it("Z14: says what is missing before a step", () => {
    expect(refused(OPENED, { plan: "A fix" })).toEqual(["type", "cause"]);
    expect(refused(given(named), { done: true })).toEqual(["plan", "people"]);
    expect(refused(given(named), { outcome: "averted", churnNote: "Luck" })).toEqual([
      "plan",
      "people",
    ]);
    expect(refused(given(named), { outcome: "churned", churnNote: "Too late" })).toEqual([]);
    expect(refused(OPENED, { outcome: "churned", churnNote: "Too late" })).toEqual([
      "type",
      "cause",
    ]);
    expect(refused(OPENED, { outcome: "false-alarm", churnNote: "On holiday" })).toEqual([]);
    expect(refused(given(named, planned), { type: null })).toEqual(["type"]);
  });

  it("Z15: every outcome needs a churn note, also when churn was averted", () => {
    const done = given(named, planned, { done: true });
    for (const outcome of ["averted", "churned", "false-alarm"] as const) {
      expect(refused(done, { outcome })).toEqual(["churnNote"]);
    }
  });

  it("Z16: names only what became another", () => {
    const change = changeCase(given(named), { cause: "Exports fail", level: "medium" }, 7);
    expect(change).toMatchObject({ ok: true, changed: ["level"] });
  });

  it("Z14: whatever is sent in whatever order, no state lacks what its step needs", () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const text = fc.constantFrom("a", null);
    const patch = fc.record({
      type: maybe(fc.constantFrom("product" as const, null)),
      cause: maybe(text),
      plan: maybe(text),
      people: maybe(fc.constantFrom<string[]>([], ["Ann"])),
      done: maybe(fc.boolean()),
      outcome: maybe(
        fc.constantFrom("averted" as const, "churned" as const, "false-alarm" as const),
      ),
      churnNote: maybe(text),
    });
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 12 }), (patches) => {
        let state = OPENED;
        for (const one of patches) {
          const change = changeCase(state, one, 7);
          if (change.ok) state = change.state;
        }
        const { outcome, doneAt, plan, people, type, churnNote } = state;
        if (doneAt !== null) expect([plan, people.length]).toEqual(["a", 1]);
        if (plan !== null) expect(type).toBe("product");
        if (outcome !== null) expect(churnNote).toBe("a");
        if (outcome === "averted") expect(plan).toBe("a");
      }),
    );
  });
});
