import type { Language } from "./messages.ts";
import { LANGUAGES } from "./messages.ts";

/** `auto` follows the browser. */
export type LanguagePreference = "auto" | Language;

export const PREFERENCES: readonly LanguagePreference[] = ["auto", ...LANGUAGES];

const KEY = "waymark.language";

/** The part of `localStorage` that is needed; shared by all pages of the extension. */
export type PreferenceStorage = Pick<Storage, "getItem" | "setItem">;

export function readPreference(storage: PreferenceStorage): LanguagePreference {
  const stored = storage.getItem(KEY);
  return PREFERENCES.find((one) => one === stored) ?? "auto";
}

export function writePreference(storage: PreferenceStorage, preference: LanguagePreference): void {
  storage.setItem(KEY, preference);
}

/** `languages` as in `navigator.languages`: the first that the interface speaks, else English. */
export function resolveLanguage(
  preference: LanguagePreference,
  languages: readonly string[],
): Language {
  if (preference !== "auto") return preference;
  const spoken = languages.map((tag) => tag.toLowerCase().split("-")[0]);
  return spoken.find(isLanguage) ?? "en";
}

function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((one) => one === tag);
}
