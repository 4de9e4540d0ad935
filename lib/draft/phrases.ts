import type { Gesture } from "../model/gesture.ts";
import type { Localized } from "../model/primitives.ts";
import type { LocalizedRichText } from "../model/rich-text.ts";
import { clean, type Names } from "./names.ts";
import type { Phrases } from "./phrase-book.ts";
import { en } from "./phrases-en.ts";
import { ru } from "./phrases-ru.ts";

const PHRASES: Readonly<Record<string, Phrases>> = { en, ru };

/** Languages in which steps can be told. */
export const SPOKEN: readonly string[] = Object.keys(PHRASES);

/** Of the languages that are wanted those that are known; English if none is. */
function spoken(locales: readonly string[]): [locale: string, phrases: Phrases][] {
  const known = locales.flatMap((locale): [string, Phrases][] => {
    const phrases = PHRASES[locale.split("-")[0] ?? ""];
    return phrases ? [[locale, phrases]] : [];
  });
  return known.length > 0 ? known : [["en", en]];
}

export function titleOf(gesture: Gesture, names: Names, locales: readonly string[]): Localized {
  return told(locales, (phrases) => say(phrases, gesture, names));
}

/** A place for what is to be entered, which the author fills: what was typed is not known. */
export function placeholderIn(locales: readonly string[]): LocalizedRichText {
  return told(locales, ({ enter, value }) => [
    {
      type: "paragraph",
      children: [
        { type: "text", text: `${enter} ` },
        { type: "code", text: value },
      ],
    },
  ]);
}

/** For a guide that nobody has named yet. */
export function guideName(page: string, locales: readonly string[]): Localized {
  return told(locales, ({ guide }) => `${guide}: ${page}`);
}

/** The same for every language in which steps can be told. */
export function told<T>(
  locales: readonly string[],
  tell: (phrases: Phrases, locale: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    spoken(locales).map(([locale, phrases]) => [locale, tell(phrases, locale)]),
  );
}

function say(phrases: Phrases, gesture: Gesture, { element, to, page }: Names): string {
  switch (gesture.type) {
    case "click": {
      const { button = "left", count = 1 } = gesture;
      return phrases.click({ button, double: count > 1 }, element);
    }
    case "input":
      return phrases.input(element);
    case "choose": {
      const option = clean(gesture.option);
      return phrases.choose(option ?? element, option === element ? undefined : element);
    }
    case "key":
      return phrases.key(keysOf(gesture.keys), element);
    case "drag":
      return phrases.drag(element, to);
    case "navigate":
      return phrases.navigate(page, gesture.newTab ?? false);
  }
}

/** As they stand on keyboards. */
const KEYS: Readonly<Record<string, string>> = {
  Control: "Ctrl",
  Meta: "⌘",
  Escape: "Esc",
  Delete: "Del",
};

function keysOf(keys: string): string {
  const parts = keys.split("+").map((key) => KEYS[key] ?? key);
  return clean(parts.join("+")) ?? "";
}
