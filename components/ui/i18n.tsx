import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import {
  type LanguagePreference,
  type PreferenceStorage,
  readPreference,
  resolveLanguage,
  writePreference,
} from "../../lib/i18n/preference.ts";
import { createTranslator, type Translator } from "../../lib/i18n/translator.ts";

export interface LanguageModel {
  preference: ReadonlySignal<LanguagePreference>;
  translator: ReadonlySignal<Translator>;
  choose(preference: LanguagePreference): void;
  /** Another page of the extension may have chosen: read again. */
  reload(): void;
}

/** `languages` as in `navigator.languages`. */
export function createLanguageModel(
  storage: PreferenceStorage,
  languages: readonly string[],
): LanguageModel {
  const preference = signal(readPreference(storage));
  return {
    preference: computed(() => preference.value),
    translator: computed(() =>
      createTranslator(resolveLanguage(preference.value, languages), languages),
    ),
    choose(chosen) {
      writePreference(storage, chosen);
      preference.value = chosen;
    },
    reload() {
      preference.value = readPreference(storage);
    },
  };
}

const Context = createContext<Translator>(createTranslator("en", []));

/** The translator of the screen a component stands on. */
export function useI18n(): Translator {
  return useContext(Context);
}

export function I18nProvider(props: { language: LanguageModel; children: ComponentChildren }) {
  return (
    <Context.Provider value={props.language.translator.value}>{props.children}</Context.Provider>
  );
}
