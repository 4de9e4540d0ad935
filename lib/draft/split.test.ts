import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Guide, Step } from "../model/guide.ts";
import type { Block } from "../model/rich-text.ts";
import type { Edited } from "./edited.ts";
import { mergeWithNext } from "./join.ts";
import { splitAtCursor, splitAtJoint } from "./split.ts";

const p = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text }] });

function stepsOf(answer: Edited): Step[] {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.guide.steps;
}

const both = (body: Step["body"]): Guide =>
  smallGuide([smallStep("a", { title: { en: "Save", ru: "Сохранить" }, body })], {
    name: { en: "G", ru: "Г" },
  });

describe("dividing a step", () => {
  it("B14: at the cursor, in the middle of a paragraph; the translations are outdated", () => {
    const guide = both({ en: [p("One. Two.")], ru: [p("Раз. Два.")] });
    const cut = { language: "en", head: [p("One. ")], tail: [p("Two.")] };
    const [first, second] = stepsOf(splitAtCursor(guide, "a", cut));
    expect(first?.body).toEqual({ en: [p("One. ")], ru: [p("Раз. Два.")] });
    expect(second?.title).toEqual({ en: "Two.", ru: "Сохранить" });
    expect(second?.body).toEqual({ en: [p("Two.")], ru: [] });
    expect([first?.outdated, second?.outdated]).toEqual([["ru"], ["ru"]]);
  });

  it("B14: between two blocks, the translations are divided there too and still fit", () => {
    const guide = both({ en: [p("One."), p("Two.")], ru: [p("Раз."), p("Два.")] });
    const cut = { language: "ru", head: [p("Раз.")], tail: [p("Два.")] };
    const [first, second] = stepsOf(splitAtCursor(guide, "a", cut));
    expect(first?.body).toEqual({ en: [p("One.")], ru: [p("Раз.")] });
    expect(second?.title).toEqual({ en: "Two.", ru: "Два." });
    expect(second).not.toHaveProperty("outdated");
  });

  it("B14: what is one block, with the cursor nowhere in it, cannot be divided", () => {
    const refused = { ok: false, problem: { code: "nothing-to-split" } };
    const guide = both({ en: [p("One.")] });
    expect(splitAtJoint(guide, "a")).toEqual(refused);
    const cut = { language: "en", head: [], tail: [p("One.")] };
    expect(splitAtCursor(guide, "a", cut)).toEqual(refused);
  });

  it("B14: what was merged is divided into what it was, titles and texts in every language", () => {
    const word = fc.stringMatching(/^[a-z]{1,80}$/);
    const text = fc.array(word.map(p), { maxLength: 3 });
    const step = (id: string) =>
      fc
        .record({ en: text, ru: text, title: word, titel: word })
        .map(({ en, ru, title, titel }) =>
          smallStep(id, { title: { en: title, ru: titel }, body: { en, ru } }),
        );
    const withText = step("a").filter(({ body: { en, ru } }) => !!en?.length && !!ru?.length);
    fc.assert(
      fc.property(withText, step("b"), (a, b) => {
        const guide = smallGuide([a, b], { name: { en: "G", ru: "Г" } });
        const merged = mergeWithNext(guide, "a");
        if (!merged.ok) throw new Error("not merged");
        const [first, second] = stepsOf(splitAtJoint(merged.guide, "a"));
        expect([first?.title, first?.body]).toEqual([a.title, a.body]);
        expect([second?.title, second?.body]).toEqual([b.title, b.body]);
      }),
    );
  });
});
