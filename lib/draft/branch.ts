import type { Step } from "../model/guide.ts";
import type { Branch, Question } from "../model/question.ts";
import { type Rating, SCALES } from "../model/scales.ts";
import { UNCHOSEN } from "./convert.ts";
import { isRated } from "./question.ts";

export type When = NonNullable<Branch["when"]>;
/** What a branch looks at as the step is left. */
export type Looks = "answer" | "condition" | "both";

export const BRANCH_LIMIT = 12;

export function looksAt({ when, condition }: Branch): Looks {
  if (!when) return "condition";
  return condition ? "both" : "answer";
}

/** Answers of this question can lead elsewhere: written ones cannot. */
export function canBranch(question: Question | undefined): question is Question {
  return question !== undefined && question.type !== "text";
}

/** One more branch, to the end of the guide: by the worse answers, or by something that has to be chosen yet. */
export function newBranch({ question }: Pick<Step, "question">): Branch {
  return lookAt(
    { condition: { type: "signal", signal: UNCHOSEN }, to: null },
    canBranch(question) ? "answer" : "condition",
    question,
  );
}

/** The branch looking at something else; what it looked at before is kept where it still does. */
export function lookAt(branch: Branch, looks: Looks, question: Question | undefined): Branch {
  const { to, when, condition } = branch;
  const answers = looks !== "condition" && question ? (when ?? firstAnswers(question)) : undefined;
  const needed =
    looks === "answer" && answers
      ? undefined
      : (condition ?? ({ type: "signal", signal: UNCHOSEN } as const));
  return { ...(answers && { when: answers }), ...(needed && { condition: needed }), to };
}

/** Whom one would rather ask back: below the middle of a scale (NPS: detractors), or the first of several answers. */
function firstAnswers(question: Question): When | undefined {
  if ("options" in question) {
    const [first] = question.options;
    return first && { anyOf: [first.id] };
  }
  return isRated(question) ? { atMost: WORSE[question.type] } : undefined;
}

const WORSE: Readonly<Record<Rating, number>> = { nps: 6, csat: 2, ces: 3 };

/** From … to … of a scale; a bound at its end says nothing. Undefined: no answer would be left. */
export function answersBetween(type: Rating, least: number, most: number): When | undefined {
  const [low, high] = SCALES[type];
  if (least > most) return undefined;
  if (least <= low) return { atMost: most };
  return most >= high ? { atLeast: least } : { atLeast: least, atMost: most };
}

/** The bounds of a scale that a branch names. */
export function boundsOf(type: Rating, { atLeast, atMost }: When): [number, number] {
  const [low, high] = SCALES[type];
  return [atLeast ?? low, atMost ?? high];
}
