import type { Guide } from "../../model/guide.ts";
import { localize } from "../../model/locale.ts";
import { filled } from "../document-words.ts";
import type { Unit } from "./units.ts";

const en = {
  step: "Step {n}: ",
  name: "Name of the guide",
  category: "Category in the library",
  title: "title",
  body: "text",
  button: "button {n}",
  answer: "answer {n}",
  low: "low end of the scale",
  high: "high end of the scale",
  heading: "heading in the text",
  item: "item of a list",
  picture: "what a picture shows",
};
type Words = typeof en;

const ru: Words = {
  step: "Шаг {n}: ",
  name: "Название инструкции",
  category: "Раздел библиотеки",
  title: "заголовок",
  body: "текст",
  button: "кнопка {n}",
  answer: "ответ {n}",
  low: "нижний конец шкалы",
  high: "верхний конец шкалы",
  heading: "подзаголовок в тексте",
  item: "пункт списка",
  picture: "что на картинке",
};

/** Where a text stands, for a translator who reads the language that it is translated from. */
export function contextOf({ part, piece }: Unit, guide: Guide, language: string): string {
  const words = localize({ en, ru }, [language]);
  const what = piece && piece.what !== "paragraph" ? words[piece.what] : words[part.what];
  const said = filled(what, { n: part.number ?? "" });
  if (part.step === null) return said;
  const n = guide.steps.findIndex(({ id }) => id === part.step) + 1;
  return filled(words.step, { n }) + said;
}
