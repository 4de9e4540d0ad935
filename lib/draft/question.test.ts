import { expect, test } from "vitest";
import { Guide } from "../model/guide.ts";
import { answersBetween, lookAt, newBranch } from "./branch.ts";
import { lint } from "./lint.ts";
import { blankGuide } from "./new-guide.ts";
import { addOption, newQuestion, setEnd, setOptionLabel, setQuestion } from "./question.ts";
import { insertStep } from "./steps.ts";
import { removeLanguage } from "./texts.ts";

const words = (number: number) => ({ en: `Answer ${number}` });

function survey(): Guide {
  const texts = { name: { en: "How was it" }, title: { en: "Would you recommend us?" } };
  const blank = blankGuide("survey", texts, new Set());
  const why = { id: "why", title: { en: "Why?" }, body: { en: [] }, advance: { on: "next" } };
  return guideOf(insertStep(blank, why as Guide["steps"][0], "step-1"));
}

function guideOf(answer: ReturnType<typeof setQuestion>): Guide {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.guide;
}

const asked = (guide: Guide) => guide.steps[0]?.question;

test("a new survey asks something at once, and is one that can be published", () => {
  const guide = survey();
  expect(asked(guide)).toEqual({ type: "nps" });
  expect(Guide.safeParse(guide).success).toBe(true);
});

test("B12: another type of question keeps what both have in common", () => {
  const rated = { type: "nps", required: true, low: { en: "No" }, high: { en: "Yes" } } as const;
  expect(newQuestion("csat", rated, words)).toEqual({ ...rated, type: "csat" });
  const choice = newQuestion("choice", rated, words);
  expect(choice).toEqual({
    type: "choice",
    required: true,
    options: [
      { id: "answer-1", label: { en: "Answer 1" } },
      { id: "answer-2", label: { en: "Answer 2" } },
    ],
  });
  expect(newQuestion("multiple", choice, words)).toEqual({ ...choice, type: "multiple" });
  expect(newQuestion("text", choice, words)).toEqual({ type: "text", required: true });
});

test("B12: branches by answers that are not there any more are left behind, and said", () => {
  const [first, ...others] = survey().steps as [Guide["steps"][0]];
  const branch = [{ ...newBranch(first), to: "why" }];
  const guide: Guide = { ...survey(), steps: [{ ...first, branch }, ...others] };
  expect(branch).toEqual([{ when: { atMost: 6 }, to: "why" }]);
  const answer = setQuestion(guide, "step-1", { type: "csat" });
  expect(answer).toMatchObject({ ok: true, lost: [{ step: "step-1", code: "answers" }] });
  expect(guideOf(answer).steps[0]).not.toHaveProperty("branch");
  expect(setQuestion(guide, "step-1", { type: "nps", required: true })).toMatchObject({ lost: [] });
});

test("B12: an answer to choose that goes takes the branches along that name it, and only those", () => {
  const options = ["a", "b", "c"].map((id) => ({ id, label: { en: id } }));
  const guide = guideOf(setQuestion(survey(), "step-1", { type: "choice", options }));
  const branch = [
    { when: { anyOf: ["a", "c"] }, to: "why" },
    { when: { anyOf: ["b"] }, to: null },
  ];
  const steps = guide.steps.map((step, at) => (at === 0 ? { ...step, branch } : step));
  const answer = setQuestion({ ...guide, steps }, "step-1", {
    type: "multiple",
    options: options.slice(0, 2),
  });
  expect(answer).toMatchObject({ ok: true, lost: [{ code: "answers" }] });
  expect(guideOf(answer).steps[0]?.branch).toEqual([{ when: { anyOf: ["b"] }, to: null }]);
});

test("the last question of a survey stays", () => {
  expect(setQuestion(survey(), "step-1", undefined)).toMatchObject({ ok: false });
});

test("an added answer has an id of its own", () => {
  const question = newQuestion("choice", undefined, words);
  if (question.type !== "choice") throw new Error("no choice");
  const more = addOption(addOption(question, { en: "Too slow" }), { en: "Too slow" });
  expect(more.options.map(({ id }) => id)).toEqual([
    "answer-1",
    "answer-2",
    "too-slow",
    "too-slow-2",
  ]);
});

test("B3: words of answers are translated, and outdated when the original changes", () => {
  const named = { ...survey(), name: { en: "How was it", de: "Wie war es" } };
  let guide = guideOf(setQuestion(named, "step-1", newQuestion("choice", undefined, words)));
  guide = guideOf(setOptionLabel(guide, "step-1", "answer-1", "de", "Antwort"));
  expect(
    lint(guide).some(({ code, language }) => code === "translation-missing" && language === "de"),
  ).toBe(true);
  guide = {
    ...guide,
    steps: guide.steps.map((step) => ({ ...step, title: { en: "Q", de: "F" } })),
  };
  guide = guideOf(setOptionLabel(guide, "step-1", "answer-1", "en", "Something else"));
  expect(guide.steps[0]?.outdated).toEqual(["de"]);
  guide = guideOf(removeLanguage(guide, "de"));
  expect(JSON.stringify(guide)).not.toContain("Antwort");
});

test("B5: an answer without words is an error, one that another has too a warning", () => {
  const codes = (text: string) => {
    const guide = guideOf(setQuestion(survey(), "step-1", newQuestion("choice", undefined, words)));
    const written = guideOf(setOptionLabel(guide, "step-1", "answer-1", "en", text));
    return lint(written).map(({ code, severity }) => `${severity} ${code}`);
  };
  expect(codes("")).toContain("error answer-missing");
  expect(codes("Answer 2")).toContain("warning answer-twice");
  expect(codes("Good")).toEqual([]);
});

test("an end of a scale without words is none", () => {
  const guide = guideOf(setEnd(survey(), "step-1", "low", "en", "never"));
  expect(asked(guide)).toEqual({ type: "nps", low: { en: "never" } });
  expect(asked(guideOf(setEnd(guide, "step-1", "low", "en", "")))).toEqual({ type: "nps" });
});

test("a branch looks at the answer, at something else, or at both", () => {
  const nps = { type: "nps" } as const;
  const unchosen = { type: "signal", signal: "to-be-chosen" } as const;
  const first = newBranch({ question: nps });
  expect(first).toEqual({ when: { atMost: 6 }, to: null });
  expect(newBranch({ question: { type: "text" } })).toEqual({ condition: unchosen, to: null });
  const both = lookAt(first, "both", nps);
  expect(both).toEqual({ when: { atMost: 6 }, condition: unchosen, to: null });
  expect(lookAt(both, "condition", nps)).toEqual({ condition: unchosen, to: null });
  expect(lookAt(both, "answer", nps)).toEqual(first);
});

test("bounds of a scale say no more than they have to", () => {
  expect(answersBetween("nps", 0, 6)).toEqual({ atMost: 6 });
  expect(answersBetween("nps", 9, 10)).toEqual({ atLeast: 9 });
  expect(answersBetween("csat", 2, 3)).toEqual({ atLeast: 2, atMost: 3 });
  expect(answersBetween("csat", 4, 3)).toBeUndefined();
});
