import type { Condition } from "../model/condition.ts";
import type { Step } from "../model/guide.ts";
import { localize } from "../model/locale.ts";
import type { Branch, Question } from "../model/question.ts";
import { SCALES } from "../model/scales.ts";
import type { UrlPattern } from "../model/url-pattern.ts";
import { type DocumentWords, filled } from "./document-words.ts";
import { plainSpans, type Span } from "./span.ts";

/** What a step asks and where it leads, in words: one note each. */
export function notesOf(
  { question, branch = [] }: Step,
  numbers: ReadonlyMap<string, number>,
  words: DocumentWords,
  wanted: readonly string[],
): Span[][] {
  const asked = question ? [plainSpans(questionWords(question, words, wanted))] : [];
  return [...asked, ...branch.map((one) => branchNote(one, question, numbers, words, wanted))];
}

function questionWords(
  question: Question,
  words: DocumentWords,
  wanted: readonly string[],
): string {
  if ("options" in question) {
    const what = question.options.map(({ label }) => localize(label, wanted)).join(" · ");
    return filled(words.options, { what });
  }
  if (question.type === "text") return words.text;
  const [low, high] = SCALES[question.type];
  return filled(words.scale, { low, high });
}

function branchNote(
  { when, condition, to }: Branch,
  question: Question | undefined,
  numbers: ReadonlyMap<string, number>,
  words: DocumentWords,
  wanted: readonly string[],
): Span[] {
  const needed = [
    ...(when ? [answerWords(when, question, words, wanted)] : []),
    ...(condition ? [conditionWords(condition, words)] : []),
  ].join(words.and);
  const number = to === null ? undefined : numbers.get(to);
  const beginning = filled(words.when, { what: needed });
  if (number === undefined) return plainSpans(beginning + words.ends);
  const children: Span[] = [{ type: "text", text: filled(words.toStep, { n: number }) }];
  return [
    { type: "text", text: `${textOf(beginning + words.goTo)} ` },
    { type: "step", number, children },
    { type: "text", text: "." },
  ];
}

/** As it is read, without a space at its ends. */
function textOf(text: string): string {
  const [span] = plainSpans(text);
  return span && "text" in span ? span.text : "";
}

function answerWords(
  { atLeast: low, atMost: high, anyOf }: NonNullable<Branch["when"]>,
  question: Question | undefined,
  { answer, or, and }: DocumentWords,
  wanted: readonly string[],
): string {
  const said: string[] = [];
  if (low !== undefined && high !== undefined) said.push(filled(answer.between, { low, high }));
  else if (low !== undefined) said.push(filled(answer.atLeast, { low }));
  else if (high !== undefined) said.push(filled(answer.atMost, { high }));
  if (anyOf) {
    const options = question && "options" in question ? question.options : [];
    const labels = anyOf.map((id) => {
      const option = options.find((one) => one.id === id);
      return option ? localize(option.label, wanted) : id;
    });
    said.push(filled(answer.is, { what: labels.join(or) }));
  }
  return said.join(and);
}

function conditionWords(condition: Condition, words: DocumentWords): string {
  const { condition: say } = words;
  switch (condition.type) {
    case "all":
      return condition.of.map((one) => conditionWords(one, words)).join(words.and);
    case "any":
      return condition.of.map((one) => conditionWords(one, words)).join(words.or);
    case "not":
      return filled(words.not, { what: conditionWords(condition.of, words) });
    case "page":
      return filled(say.page, { what: addressWords(condition.url) });
    case "element": {
      const text = condition.state === "absent" ? say.absent : say.present;
      return filled(text, { what: condition.selector });
    }
    case "used":
      return filled(say.used, { what: condition.feature });
    case "signal": {
      const holds = filled(say.signal, { what: condition.signal });
      return condition.is === false ? filled(words.not, { what: holds }) : holds;
    }
    default:
      return say.other;
  }
}

function addressWords({ host = "", path = "", hash = "", query }: UrlPattern): string {
  const asked = Object.entries(query ?? {}).map(([key, value]) => `${key}=${value}`);
  return `${host}${path}${asked.length > 0 ? `?${asked.join("&")}` : ""}${hash}`;
}
