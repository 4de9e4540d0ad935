import { UNCHOSEN } from "../../lib/draft/convert.ts";
import type { Translator } from "../../lib/i18n/translator.ts";
import type { ChoiceKind, Choices } from "./condition-names.ts";

export interface Words extends Pick<Translator, "t" | "language"> {
  choices: Choices;
}

/** A name of the author's in the quotation marks of the sentence around it. */
export function quote(name: string, { language }: Pick<Words, "language">): string {
  return language === "ru" ? `«${name}»` : `“${name}”`;
}

export const UNITS = ["ms", "s", "m", "h", "d", "w"] as const;
export type Unit = (typeof UNITS)[number];

/** "90s" → 90 and "s"; what is no duration keeps its text. */
export function splitDuration(text: string): { count: string; unit: Unit } {
  const [, count = "", written] = /^(.*?)(ms|s|m|h|d|w)?$/s.exec(text) ?? [];
  return { count, unit: UNITS.find((unit) => unit === written) ?? "d" };
}

export function sayDuration(text: string, { t }: Words): string {
  const { count, unit } = splitDuration(text);
  return t(`say.${unit}`, { count: Number(count) });
}

export function sayId(kind: ChoiceKind, id: string, words: Words): string {
  if (id === UNCHOSEN) return words.t("say.unchosen");
  const known = words.choices[kind].find((one) => one.id === id);
  if (known) return quote(known.name, words);
  return words.t("say.unknown", { name: quote(id, words) });
}
