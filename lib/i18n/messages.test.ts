import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES, MESSAGES } from "./messages.ts";
import type { Message } from "./translation.ts";

const forms = (message: Message): string[] =>
  typeof message === "string" ? [message] : Object.values(message);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

/** A name, and a text that is its values. */
const WORDLESS = new Set(["app.name", "fact.eq", "accounts.ownerShort"]);

describe("messages", () => {
  test.each(LANGUAGES)("%s has the keys of English, in the same order", (language) => {
    expect(Object.keys(MESSAGES[language])).toEqual(Object.keys(MESSAGES.en));
  });

  test.each(LANGUAGES)("%s: every form asks for the parameters of the English text", (language) => {
    for (const [key, english] of Object.entries(MESSAGES.en)) {
      const wanted = placeholders(forms(english)[0] as string);
      const message = MESSAGES[language][key as keyof typeof MESSAGES.en];
      for (const text of forms(message)) expect(placeholders(text), key).toEqual(wanted);
    }
  });

  test.each(LANGUAGES)("%s: plurals have every form of the language", (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const [key, message] of Object.entries(MESSAGES[language])) {
      if (typeof message !== "string") expect(Object.keys(message).sort(), key).toEqual(categories);
    }
  });

  test("no key stands in two files, where one would hide the other", async () => {
    const keys: string[] = [];
    for (const file of readdirSync(new URL("./en/", import.meta.url))) {
      const texts: Record<string, object> = await import(`./en/${file.replace(/\.ts$/, "")}.ts`);
      for (const some of Object.values(texts)) keys.push(...Object.keys(some));
    }
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys).toHaveLength(Object.keys(MESSAGES.en).length);
  });

  test("no text is left in English or without words", () => {
    for (const [key, message] of Object.entries(MESSAGES.ru)) {
      if (WORDLESS.has(key)) continue;
      for (const text of forms(message)) expect(text, key).toMatch(/[а-яё]/i);
    }
  });
});
