import type { Translator } from "../../lib/i18n/translator.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";
import type { Branch, Question } from "../../lib/model/question.ts";
import type { Choices } from "./condition-names.ts";
import { sentenceOf } from "./condition-sentence.ts";
import { quote } from "./condition-words.ts";
import { titleOf } from "./editor-words.ts";

type Words = Pick<Translator, "t" | "wanted" | "language">;

/** Where a branch leads and when, as a plain sentence; `language`: of the texts of the guide. */
export function branchSentence(
  { when, condition, to }: Branch,
  { question }: Pick<Step, "question">,
  steps: Guide["steps"],
  choices: Choices,
  words: Words & { texts: string },
): string {
  const { t } = words;
  const answer = when && question ? answerSentence(when, question, words) : undefined;
  const said = condition && sentenceOf(condition, choices, words);
  const holds =
    said && t("branch.when.condition", { condition: said.charAt(0).toLowerCase() + said.slice(1) });
  const target = steps.find(({ id }) => id === to)?.title;
  const then = target
    ? t("branch.then.step", { step: titleOf(words, target, words.texts) })
    : t("branch.then.end");
  const needed =
    answer && holds ? t("branch.when.both", { answer, condition: holds }) : (answer ?? holds ?? "");
  return t("branch.say", { when: needed, then });
}

function answerSentence(
  { atLeast: low, atMost: high, anyOf = [] }: NonNullable<Branch["when"]>,
  question: Question,
  words: Words & { texts: string },
): string {
  const { t } = words;
  if ("options" in question) {
    const labels = question.options
      .filter(({ id }) => anyOf.includes(id))
      .map(({ label }) => quote(titleOf(words, label, words.texts), words));
    if (labels.length === 0) return "";
    const answer = labels.reduce((first, next) => t("branch.answer.or", { first, next }));
    return t(question.type === "multiple" ? "branch.when.chosen" : "branch.when.answer", {
      answer,
    });
  }
  return t("branch.when.answer", { answer: rangeOf(low, high, words) });
}

function rangeOf(low: number | undefined, high: number | undefined, { t }: Words): string {
  if (low === undefined) return t("branch.answer.atMost", { high: high ?? 0 });
  if (high === undefined) return t("branch.answer.atLeast", { low });
  if (low === high) return String(low);
  return t("branch.answer.between", { low, high });
}
