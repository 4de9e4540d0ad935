import { createTranslator } from "../../lib/i18n/translator.ts";
import type { EditorState } from "./editor-state.ts";

/** Words that an answer to choose begins with, in each language of the guide. */
export function answerWords(state: EditorState, number: number): Record<string, string> {
  const words = state.languages.peek().map((language) => {
    const { t } = createTranslator(language === "ru" ? "ru" : "en", [language]);
    return [language, t("question.newOption", { number })];
  });
  return Object.fromEntries(words);
}
