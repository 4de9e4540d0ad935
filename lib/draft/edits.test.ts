import { describe, expect, it } from "vitest";
import { smallGuide, smallStep } from "../../test/support/small-guide.ts";
import type { Guide } from "../model/guide.ts";
import type { Block } from "../model/rich-text.ts";
import { convertGuide, UNCHOSEN } from "./convert.ts";
import type { Edited } from "./edited.ts";
import { mergeWithNext } from "./join.ts";
import { splitStep } from "./split.ts";
import { changeStep, duplicateStep, insertStep, moveStep, removeStep } from "./steps.ts";
import { confirmTranslation, removeLanguage, setTitle } from "./texts.ts";

const condition = { type: "signal", signal: "paid" } as const;
const anchor = { samples: [{ fingerprint: { tag: "button" } }] };
const paragraph = (text: string): Block => ({
  type: "paragraph",
  children: [{ type: "text", text }],
});

function done(answer: Edited): Guide {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.guide;
}
const ids = (answer: Edited) => done(answer).steps.map(({ id }) => id);
const lost = (answer: Edited) => (answer.ok ? answer.lost : answer.problem);

describe("edits of steps", () => {
  const guide = smallGuide([
    smallStep("a", { branch: [{ condition, to: "c" }] }),
    smallStep("b"),
    smallStep("c"),
  ]);

  it("puts in, copies and moves", () => {
    expect(ids(insertStep(guide, smallStep("b"), null))).toEqual(["b-2", "a", "b", "c"]);
    expect(ids(duplicateStep(guide, "a"))).toEqual(["a", "a-2", "b", "c"]);
    expect(ids(moveStep(guide, "c", 1))).toEqual(["a", "c", "b"]);
    expect(ids(moveStep(guide, "a", 9))).toEqual(["b", "c", "a"]);
  });

  it("B2: a branch that leads back or nowhere is left behind, and said", () => {
    const moved = moveStep(guide, "c", 0);
    expect(lost(moved)).toEqual([{ step: "a", code: "branch" }]);
    expect(done(moved).steps[1]).not.toHaveProperty("branch");
    expect(lost(removeStep(guide, "c"))).toEqual([{ step: "a", code: "branch" }]);
    expect(lost(removeStep(guide, "b"))).toEqual([]);
  });

  it("B1: refuses by name what a guide cannot be", () => {
    const one = smallGuide([smallStep("a")]);
    expect(lost(removeStep(one, "a"))).toEqual({ code: "only-step" });
    expect(lost(moveStep(one, "z", 0))).toEqual({ code: "no-step" });
    const full = smallGuide(Array.from({ length: 100 }, (_, n) => smallStep(`s${n}`)));
    expect(lost(duplicateStep(full, "s1"))).toEqual({ code: "too-many" });
    const modal = smallGuide([smallStep("a")], { kind: "modal" });
    expect(lost(duplicateStep(modal, "a"))).toMatchObject({ code: "rule", path: "steps" });
    expect(lost(changeStep(guide, "b", { branch: [{ condition, to: "a" }] }))).toEqual([
      { step: "b", code: "branch" },
    ]);
  });

  it("splits at a block: the second half keeps what led on", () => {
    const step = smallStep("a", {
      title: { en: "Press", ru: "Нажмите" },
      body: { en: [paragraph("One."), paragraph("Two.")], ru: [paragraph("Раз.")] },
      anchor,
      advance: { on: "click" },
    });
    const [first, second] = done(splitStep(smallGuide([step]), "a", 1)).steps;
    expect(first).toMatchObject({ title: step.title, anchor, advance: { on: "next" } });
    expect(first?.body).toEqual({ en: [paragraph("One.")], ru: [paragraph("Раз.")] });
    expect(second).toMatchObject({ id: "a-2", anchor, advance: { on: "click" } });
    expect(second?.title).toEqual({ en: "Two.", ru: "Нажмите" });
    expect(second?.body).toEqual({ en: [paragraph("Two.")], ru: [] });
  });

  it("merges texts, points at the first, and says what is lost", () => {
    const pair = smallGuide([
      smallStep("start", { branch: [{ condition, to: "b" }] }),
      smallStep("a", { anchor, advance: { on: "click" } }),
      smallStep("b", { anchor, advance: { on: "until", condition } }),
    ]);
    const merged = mergeWithNext(pair, "a");
    expect(lost(merged)).toEqual([{ step: "a", code: "anchor" }]);
    expect(done(merged).steps[0]?.branch).toEqual([{ condition, to: "a" }]);
    expect(done(merged).steps[1]).toMatchObject({ id: "a", advance: { on: "until", condition } });
    expect(JSON.stringify(done(merged).steps[1]?.body)).toContain('"text":"b"');
    expect(lost(mergeWithNext(pair, "b"))).toEqual({ code: "no-step" });
  });
});

describe("texts", () => {
  const guide = smallGuide([smallStep("a", { title: { en: "Save", ru: "Сохранить" } })], {
    name: { en: "G", ru: "Г" },
  });

  it("B3: a translation is outdated once its original was changed, until it is changed or confirmed", () => {
    const changed = done(setTitle(guide, "a", "en", "Save it"));
    expect(changed.steps[0]?.outdated).toEqual(["ru"]);
    expect(done(setTitle(changed, "a", "ru", "Сохраните")).steps[0]).not.toHaveProperty("outdated");
    expect(done(confirmTranslation(changed, "a", "ru")).steps[0]).not.toHaveProperty("outdated");
    expect(done(setTitle(guide, "a", "ru", "Сохраните")).steps[0]).not.toHaveProperty("outdated");
  });

  it("B3: so it is with buttons and answers", () => {
    const label = { en: "Help", ru: "Помощь" };
    const help = { type: "link", label, href: "https://example.com/" } as const;
    const asking = done(changeStep(guide, "a", { actions: [help] }));
    const other = { ...help, label: { ...label, en: "More" } };
    const changed = done(changeStep(asking, "a", { actions: [other] }));
    expect(changed.steps[0]?.outdated).toEqual(["ru"]);
    const mended = { ...help, label: { en: "More", ru: "Ещё" } };
    const again = done(changeStep(changed, "a", { actions: [mended] }));
    expect(again.steps[0]).not.toHaveProperty("outdated");
    const option = (id: string, en: string) => ({ id, label: { en, ru: id } });
    const asked = (yes: string) => ({
      type: "choice" as const,
      options: [option("y", yes), option("n", "No")],
    });
    const survey = smallGuide([smallStep("q", { question: asked("Yes") })], { kind: "survey" });
    const retold = done(changeStep(survey, "q", { question: asked("Sure") }));
    expect(retold.steps[0]?.outdated).toEqual(["ru"]);
    expect(done(changeStep(retold, "q", { placement: "top" })).steps[0]?.outdated).toEqual(["ru"]);
  });

  it("an emptied translation is none; the only text stays, empty", () => {
    expect(done(setTitle(guide, "a", "ru", "")).steps[0]?.title).toEqual({ en: "Save" });
    const only = done(removeLanguage(guide, "ru"));
    expect(only.name).toEqual({ en: "G" });
    expect(done(setTitle(only, "a", "en", "")).steps[0]?.title).toEqual({ en: "" });
    expect(lost(removeLanguage(only, "en"))).toEqual({ code: "only-language" });
  });
});

describe("B4: another kind, with what does not carry over", () => {
  const tour = smallGuide(
    [
      smallStep("a", {
        anchor,
        advance: { on: "click" },
        actions: [{ type: "link", label: { en: "Help" }, href: "https://example.com/" }],
      }),
      smallStep("b", { advance: { on: "until", condition } }),
    ],
    { trigger: { start: "auto", frequency: "always" }, budget: "exempt", experiment: "e" },
  );

  it("a tour becomes a how-to: links stand in the text, nothing starts by itself", () => {
    const answer = convertGuide(tour, "how-to");
    expect(lost(answer)).toEqual([
      { step: "a", code: "links" },
      { step: null, code: "trigger" },
      { step: null, code: "budget" },
      { step: null, code: "experiment" },
    ]);
    expect(done(answer)).toMatchObject({ kind: "how-to", trigger: { start: "manual" } });
    expect(done(answer).steps[0]).toMatchObject({ anchor, advance: { on: "click" } });
    expect(JSON.stringify(done(answer).steps[0]?.body)).toContain("https://example.com/");
  });

  it("a tour becomes a checklist: items point at nothing and wait for something known of the person", () => {
    const answer = convertGuide(tour, "checklist");
    expect(lost(answer)).toEqual([
      { step: "a", code: "anchor" },
      { step: "a", code: "advance" },
    ]);
    const [first, second] = done(answer).steps;
    expect(first?.advance).toMatchObject({ condition: { signal: UNCHOSEN } });
    expect(second?.advance).toEqual({ on: "until", condition });
  });

  it("and back; what a tour cannot wait for becomes a Next button", () => {
    const history = { type: "guide", guide: "other" } as const;
    const list = smallGuide([smallStep("a", { advance: { on: "until", condition: history } })], {
      kind: "checklist",
    });
    const answer = convertGuide(list, "tour");
    expect(lost(answer)).toEqual([{ step: "a", code: "advance" }]);
    expect(done(answer).steps[0]?.advance).toEqual({ on: "next" });
  });

  it("is refused where the kind cannot hold it", () => {
    expect(lost(convertGuide(tour, "modal"))).toMatchObject({ code: "rule", path: "steps" });
    expect(lost(convertGuide(smallGuide([smallStep("a")]), "tooltip"))).toMatchObject({
      path: "steps[0].anchor",
    });
  });
});
