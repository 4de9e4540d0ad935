import type { Guide, Step } from "../model/guide.ts";
import type { Question } from "../model/question.ts";
import { type Rating, SCALES } from "../model/scales.ts";
import { type Edited, type Lost, refuse } from "./edited.ts";
import { freeId } from "./free-id.ts";
import { assign, withSteps } from "./steps.ts";
import { put, setText } from "./texts.ts";
import { withBranches } from "./ways.ts";

export type Choosing = Extract<Question, { type: "choice" | "multiple" }>;
export type Rated = Extract<Question, { type: Rating }>;

export const QUESTION_TYPES: readonly Question["type"][] = [
  "nps",
  "csat",
  "ces",
  "choice",
  "multiple",
  "text",
];
export const OPTION_LIMITS = { least: 2, most: 12 } as const;

export function isRated(question: Question): question is Rated {
  return question.type in SCALES;
}

/** A question of that type with what the one before has in common with it; `label`: of an answer, in each language. */
export function newQuestion(
  type: Question["type"],
  before: Question | undefined,
  label: (number: number) => Record<string, string>,
): Question {
  const required = before?.required === undefined ? {} : { required: before.required };
  if (type === "text") return { type, ...required };
  if (type === "choice" || type === "multiple") {
    const options =
      before && "options" in before
        ? before.options
        : [1, 2].map((number) => ({ id: `answer-${number}`, label: label(number) }));
    return { type, ...required, options };
  }
  const { low, high } = before && isRated(before) ? before : {};
  return { type, ...required, ...(low && { low }), ...(high && { high }) };
}

/**
 * What a step asks; undefined: nothing. Branches by answers that it does not have any more are left behind, and so is
 * what led on otherwise, because the answer does.
 */
export function setQuestion(guide: Guide, id: string, question: Question | undefined): Edited {
  const lost: Lost[] = [];
  const steps = guide.steps.map((step) => {
    if (step.id !== id) return step;
    const { branch = [], advance } = step;
    const kept = branch.filter(({ when }) => !when || fits(when, step.question, question));
    if (kept.length < branch.length) lost.push({ step: id, code: "answers" });
    const asks = question !== undefined && advance.on !== "next";
    if (asks) lost.push({ step: id, code: "advance" });
    const change = { question, ...(asks && { advance: { on: "next" } as const }) };
    return withBranches(assign(step, change), kept);
  });
  return withSteps(guide, steps, lost);
}

type When = NonNullable<NonNullable<Step["branch"]>[number]["when"]>;

/** An answer of another scale is another answer, and so is one of several with an option less. */
function fits({ anyOf }: When, before: Question | undefined, now: Question | undefined): boolean {
  if (!now) return false;
  if (!("options" in now)) return now.type === before?.type;
  const known = new Set(now.options.map(({ id }) => id));
  return anyOf?.every((id) => known.has(id)) ?? false;
}

/** One more answer at the end, with an id that stays when its words change: answers are counted by it. */
export function addOption<Q extends Choosing>(question: Q, label: Record<string, string>): Q {
  const taken = new Set(question.options.map(({ id }) => id));
  const id = freeId(label.en ?? Object.values(label)[0] ?? "", taken, "answer");
  return { ...question, options: [...question.options, { id, label }] };
}

export function setOptionLabel(
  guide: Guide,
  step: string,
  option: string,
  language: string,
  text: string,
): Edited {
  return setWords(guide, step, (question) => {
    if (!("options" in question)) return question;
    const options = question.options.map((one) =>
      one.id === option ? { ...one, label: put(one.label, language, text) } : one,
    );
    return { ...question, options };
  });
}

/** What an end of the scale means. Without words there is nothing to be said of it. */
export function setEnd(
  guide: Guide,
  step: string,
  end: "low" | "high",
  language: string,
  text: string,
): Edited {
  return setWords(guide, step, (question) => {
    if (!isRated(question)) return question;
    const words = put(question[end] ?? {}, language, text);
    const empty = Object.values(words).every((one) => one === "");
    return assign(question, { [end]: empty ? undefined : words });
  });
}

function setWords(guide: Guide, id: string, change: (question: Question) => Question): Edited {
  if (!guide.steps.some((step) => step.id === id)) return refuse({ code: "no-step" });
  return setText(guide, id, (step) =>
    step.question ? { ...step, question: change(step.question) } : step,
  );
}
