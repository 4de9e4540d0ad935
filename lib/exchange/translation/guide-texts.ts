import type { Guide, Step } from "../../model/guide.ts";
import type { RichText } from "../../model/rich-text.ts";

/** Of which part of a guide a text is. `number`: of several in a step, from 1. */
export interface TextPart {
  /** Stays what it is while the guide is edited: the ids of steps and answers are in it. */
  id: string;
  /** Null: of the guide itself. */
  step: string | null;
  what: "name" | "category" | "title" | "body" | "button" | "answer" | "low" | "high";
  number?: number;
}

type Texts<T> = Readonly<Record<string, T>>;

export interface TextChange {
  words(part: TextPart, texts: Texts<string>): Record<string, string>;
  body(part: TextPart, texts: Texts<RichText>): Record<string, RichText>;
}

/** The guide with each of its texts as `change` says, in the order in which they are read. */
export function mapGuideTexts(guide: Guide, change: TextChange): Guide {
  const own = (what: "name" | "category") => ({ id: what, step: null, what });
  return {
    ...guide,
    name: change.words(own("name"), guide.name),
    ...(guide.category && { category: change.words(own("category"), guide.category) }),
    steps: guide.steps.map((step) => mapStep(step, change)),
  };
}

function mapStep(step: Step, change: TextChange): Step {
  const part = (what: TextPart["what"], detail = "") => ({
    id: `step:${step.id}:${what}${detail}`,
    step: step.id,
    what,
  });
  return {
    ...step,
    title: change.words(part("title"), step.title),
    body: change.body(part("body"), step.body),
    ...(step.question && { question: mapQuestion(step.question, change, part) }),
    ...(step.actions && {
      actions: step.actions.map((action, index) => {
        const number = index + 1;
        const label = change.words({ ...part("button", `:${number}`), number }, action.label);
        return { ...action, label };
      }),
    }),
  };
}

function mapQuestion(
  question: NonNullable<Step["question"]>,
  change: TextChange,
  part: (what: TextPart["what"], detail?: string) => TextPart,
): NonNullable<Step["question"]> {
  switch (question.type) {
    case "choice":
    case "multiple": {
      const options = question.options.map((option, index) => ({
        ...option,
        label: change.words(
          { ...part("answer", `:${option.id}`), number: index + 1 },
          option.label,
        ),
      }));
      return { ...question, options };
    }
    case "text":
      return question;
    default:
      return {
        ...question,
        ...(question.low && { low: change.words(part("low"), question.low) }),
        ...(question.high && { high: change.words(part("high"), question.high) }),
      };
  }
}
