import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryGuide } from "../../test/support/arbitrary-guide.ts";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Guide } from "../model/guide.ts";
import { diffGuides, isSame } from "./diff.ts";
import type { Edited } from "./edited.ts";
import { decided, differences, nameOfPart, reconcile, type Side } from "./reconcile.ts";
import { insertStep, moveStep, removeStep } from "./steps.ts";
import { setTitle } from "./texts.ts";

function done(answer: Edited): Guide {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.guide;
}
const base = smallGuide([smallStep("a"), smallStep("b"), smallStep("c")]);
const ids = (guide: Guide) => guide.steps.map(({ id }) => id);

describe("B7: what changed between two versions", () => {
  it("steps that came, went, moved or changed, and settings", () => {
    const before = smallGuide(["a", "b", "c", "e"].map((id) => smallStep(id)));
    let after = done(setTitle(before, "b", "en", "B!"));
    after = done(moveStep(done(removeStep(after, "a")), "e", 0));
    after = { ...done(insertStep(after, smallStep("d"), "b")), priority: 3 };
    const { settings, steps } = diffGuides(before, after);
    expect(settings).toEqual(["priority"]);
    expect(
      steps.map(({ id, fields, moved, before, after: now }) => [
        id,
        before && "was",
        now && "is",
        moved,
        ...fields,
      ]),
    ).toEqual([
      ["e", "was", "is", true],
      ["b", "was", "is", false, "title"],
      ["d", null, "is", false],
      ["a", "was", null, false],
    ]);
  });

  it("nothing, whatever the order of keys", () => {
    const { name, id, ...rest } = base;
    expect(isSame(diffGuides(base, { ...rest, name, id, priority: undefined }))).toBe(true);
  });
});

describe("B8: two authors of one guide", () => {
  it("what each of them changed alone comes together without a question", () => {
    const mine = done(insertStep(done(setTitle(base, "a", "en", "Mine")), smallStep("x"), "a"));
    const theirs = {
      ...done(removeStep(done(insertStep(base, smallStep("y"), "c")), "b")),
      priority: 5,
    };
    const found = differences(base, mine, theirs);
    expect(found.filter(({ changedBy }) => !changedBy)).toEqual([]);
    const both = done(reconcile(mine, theirs, decided(found)));
    expect(ids(both)).toEqual(["a", "x", "c", "y"]);
    expect(both).toMatchObject({ priority: 5, steps: [{ title: { en: "Mine" } }, {}, {}, {}] });
  });

  it("what both changed is asked, step by step", () => {
    const mine = done(setTitle(base, "a", "en", "Mine"));
    const theirs = done(setTitle(base, "a", "en", "Theirs"));
    const [found] = differences(base, mine, theirs);
    expect(found).toEqual({ part: { kind: "step", id: "a" }, changedBy: null });
    const title = (side: Side) => done(reconcile(mine, theirs, { "step:a": side })).steps[0]?.title;
    expect([title("mine"), title("theirs")]).toEqual([{ en: "Mine" }, { en: "Theirs" }]);
    expect(differences(null, mine, theirs)).toHaveLength(1);
  });

  it("either version can be taken whole, and any mixture is a valid guide or refused", () => {
    fc.assert(
      fc.property(
        arbitraryGuide,
        arbitraryGuide,
        fc.infiniteStream(fc.boolean()),
        (a, b, coins) => {
          const found = differences(null, a, b);
          const all = (side: Side) =>
            Object.fromEntries(found.map(({ part }) => [nameOfPart(part), side]));
          const take = (side: Side) => done(reconcile(a, b, all(side)));
          expect(isSame(diffGuides(take("mine"), a))).toBe(true);
          expect(isSame(diffGuides(take("theirs"), b))).toBe(true);
          const mixed = Object.fromEntries(
            found.map(
              ({ part }) => [nameOfPart(part), coins.next().value ? "mine" : "theirs"] as const,
            ),
          );
          const answer = reconcile(a, b, mixed);
          expect(answer.ok ? new Set(ids(answer.guide)).size : 0).toBe(
            answer.ok ? answer.guide.steps.length : 0,
          );
        },
      ),
    );
  });
});
