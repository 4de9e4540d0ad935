import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryGuide, arbitraryText } from "../../test/support/arbitrary-guide.ts";
import { Guide, GuideKind } from "../model/guide.ts";
import { explain, parse } from "../model/parse.ts";
import { convertGuide } from "./convert.ts";
import type { Edited } from "./edited.ts";
import { mergeWithNext } from "./join.ts";
import { lint, lintRules } from "./lint.ts";
import { blankStep } from "./new-guide.ts";
import { newQuestion, setQuestion } from "./question.ts";
import { splitStep } from "./split.ts";
import {
  changeGuide,
  changeStep,
  duplicateStep,
  insertStep,
  moveStep,
  removeStep,
} from "./steps.ts";
import { removeLanguage, setBody, setTitle } from "./texts.ts";

type Edit = (guide: Guide) => Edited;

/** An edit of whichever step stands at a place when it is made. */
const at = (edit: (guide: Guide, id: string) => Edited) =>
  fc.nat(7).map(
    (place): Edit =>
      (guide) =>
        edit(guide, guide.steps[place % guide.steps.length]?.id ?? ""),
  );

const edit: fc.Arbitrary<Edit> = fc.oneof(
  at((guide, id) => insertStep(guide, blankStep(guide.kind, "x", { en: "New" }), id)),
  at(removeStep),
  fc.nat(7).chain((to) => at((guide, id) => moveStep(guide, id, to))),
  at(duplicateStep),
  fc.nat(4).chain((block) => at((guide, id) => splitStep(guide, id, block))),
  at(mergeWithNext),
  fc.constantFrom(...GuideKind.options).map(
    (kind): Edit =>
      (guide) =>
        convertGuide(guide, kind),
  ),
  arbitraryText.chain((text) => at((guide, id) => setBody(guide, id, "ru", text))),
  at((guide, id) => setTitle(guide, id, "ru", "Заголовок")),
  at((guide, id) => setTitle(guide, id, "en", "Title")),
  fc.constant((guide: Guide) => removeLanguage(guide, "ru")),
  at((guide, id) => changeStep(guide, id, { anchor: undefined, placement: "left" })),
  at((guide, id) => changeStep(guide, id, { advance: { on: "click" }, onMissing: "end" })),
  at((guide, id) =>
    changeStep(guide, id, {
      branch: [{ condition: { type: "signal", signal: "s" }, to: guide.steps.at(-1)?.id ?? null }],
    }),
  ),
  at((guide, id) => setQuestion(guide, id, { type: "csat", required: true })),
  at((guide, id) =>
    setQuestion(
      guide,
      id,
      newQuestion("choice", undefined, () => ({ en: "A" })),
    ),
  ),
  at((guide, id) => setQuestion(guide, id, undefined)),
  fc.constantFrom<Edit>(
    (guide) => changeGuide(guide, { trigger: { start: "auto" }, experiment: "e" }),
    (guide) => changeGuide(guide, { budget: "exempt", theme: { accent: "#ffffff" } }),
    (guide) => changeGuide(guide, { schedule: { from: 2, until: 1 } }),
  ),
);

describe("edits of a guide", () => {
  it("B1: whatever is done in whatever order, the guide is valid, or the edit was refused and says why", () => {
    fc.assert(
      fc.property(arbitraryGuide, fc.array(edit, { maxLength: 20 }), (start, edits) => {
        let guide = start;
        for (const one of edits) {
          const answer = one(guide);
          if (!answer.ok) {
            expect(answer.problem.code).not.toBe("");
            continue;
          }
          guide = answer.guide;
          const read = parse(Guide, guide);
          expect(read.ok ? "" : explain(read.error)).toBe("");
        }
      }),
    );
  });

  it("B1: an edit changes nothing but the steps that it is about", () => {
    fc.assert(
      fc.property(
        arbitraryGuide,
        at((guide, id) => setTitle(guide, id, "en", "Other")),
        (guide, one) => {
          const answer = one(guide);
          if (!answer.ok) throw new Error(answer.problem.code);
          const touched = answer.guide.steps.filter((step, index) => step !== guide.steps[index]);
          expect(touched).toHaveLength(1);
        },
      ),
    );
  });

  it("B5: what is offered to mend a finding removes it", () => {
    fc.assert(
      fc.property(arbitraryGuide, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const guide = edits.reduce((now, one) => {
          const answer = one(now);
          return answer.ok ? answer.guide : now;
        }, start);
        expect(lintRules(guide)).toEqual([]);
        for (const finding of lint(guide)) {
          if (!finding.mend) continue;
          const answer = finding.mend(guide);
          if (!answer.ok) throw new Error(`${finding.code}: ${answer.problem.code}`);
          const { mend: _, ...told } = finding;
          const left = lint(answer.guide).map(({ mend: __, ...rest }) => rest);
          expect(left).not.toContainEqual(told);
        }
      }),
    );
  });
});
