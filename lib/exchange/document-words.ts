import { localize } from "../model/locale.ts";

/** What a document says besides what its author wrote. Places for values are in braces. */
export interface DocumentWords {
  lang: string;
  contents: string;
  /** `n`. */
  step: string;
  /** By plural category: `n`. */
  steps: Readonly<Record<string, string>>;
  /** `date`. */
  saved: string;
  page: string;
  /** Conditions of branches and where they lead: `what`. */
  when: string;
  and: string;
  or: string;
  not: string;
  ends: string;
  goTo: string;
  /** As it stands after `goTo`: `n`. */
  toStep: string;
  answer: { is: string; atLeast: string; atMost: string; between: string };
  condition: {
    page: string;
    present: string;
    absent: string;
    used: string;
    signal: string;
    other: string;
  };
  options: string;
  scale: string;
  text: string;
  guide: string;
}

const en: DocumentWords = {
  lang: "en",
  contents: "Contents",
  step: "Step {n}",
  steps: { one: "{n} step", other: "{n} steps" },
  saved: "Saved on {date}",
  page: "On this page:",
  when: "If {what}: ",
  and: " and ",
  or: " or ",
  not: "this does not hold: {what}",
  ends: "this is the end.",
  goTo: "go on with ",
  toStep: "step {n}",
  answer: {
    is: "the answer is {what}",
    atLeast: "the answer is {low} or more",
    atMost: "the answer is {high} or less",
    between: "the answer is {low} to {high}",
  },
  condition: {
    page: "the page is {what}",
    present: "the page shows {what}",
    absent: "the page does not show {what}",
    used: "{what} was used",
    signal: "{what} holds",
    other: "the app says so",
  },
  options: "Answers: {what}",
  scale: "Answer: from {low} to {high}",
  text: "Answer: in your own words",
  guide: "“{what}” starts another guide.",
};

const ru: DocumentWords = {
  lang: "ru",
  contents: "Содержание",
  step: "Шаг {n}",
  steps: { one: "{n} шаг", few: "{n} шага", many: "{n} шагов", other: "{n} шага" },
  saved: "Сохранено: {date}",
  page: "На странице:",
  when: "Если {what}: ",
  and: " и ",
  or: " или ",
  not: "не выполнено: {what}",
  ends: "это конец.",
  goTo: "перейдите к ",
  toStep: "шагу {n}",
  answer: {
    is: "ответ: {what}",
    atLeast: "ответ: {low} или больше",
    atMost: "ответ: {high} или меньше",
    between: "ответ: от {low} до {high}",
  },
  condition: {
    page: "открыта страница {what}",
    present: "на странице есть {what}",
    absent: "на странице нет {what}",
    used: "использовано: {what}",
    signal: "выполнено: {what}",
    other: "так решает приложение",
  },
  options: "Ответы: {what}",
  scale: "Ответ: от {low} до {high}",
  text: "Ответ: своими словами",
  guide: "«{what}» запускает другую инструкцию.",
};

export function documentWords(locales: readonly string[]): DocumentWords {
  return localize({ en, ru }, locales);
}

/** The text with its places filled; what is filled in is not read again. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
