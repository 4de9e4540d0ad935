import { effect } from "@preact/signals";
import { type ComponentChildren, render } from "preact";
import type { MessageKey } from "../../lib/i18n/messages.ts";
import { createLanguageModel, I18nProvider, type LanguageModel } from "./i18n.tsx";

/** Messages that name a page. */
type TitleKey = Extract<
  MessageKey,
  | "app.name"
  | "options.title"
  | "console.title"
  | "editor.title"
  | "authoring.title"
  | "review.title"
>;

/**
 * Renders a page of the extension in the person's language, keeps `lang` and title in it, and follows a choice made
 * on another page. Ends with `signal`.
 */
export function mountPage(
  title: TitleKey,
  screen: (language: LanguageModel) => ComponentChildren,
  signal: AbortSignal,
): void {
  const place = document.getElementById("app");
  if (!place) throw new Error("the page has no #app");
  const language = createLanguageModel(localStorage, navigator.languages);
  window.addEventListener("storage", () => language.reload(), { signal });
  const stop = effect(() => {
    const translator = language.translator.value;
    document.documentElement.lang = translator.language;
    document.title = translator.t(title);
  });
  render(<I18nProvider language={language}>{screen(language)}</I18nProvider>, place);
  signal.addEventListener(
    "abort",
    () => {
      stop();
      render(null, place);
    },
    { once: true },
  );
}
