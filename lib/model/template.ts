import * as z from "zod/mini";
import { Locale } from "./primitives.ts";

/** What is known about the person or their account, or else `fallback`. */
export interface Variable {
  of: "user" | "account";
  name: string;
  fallback: string;
}

const VARIABLE = /\{\{\s*(user|account)\.([^{}|]{1,64})\|([^{}|]{1,200})\}\}/g;

/** A short text with its variables, such as `{{user.first_name|there}}`, replaced. What they become is not read again. */
export function fillTemplate(text: string, wordsFor: (variable: Variable) => string): string {
  return text.replace(VARIABLE, (_whole, of: Variable["of"], name: string, fallback: string) =>
    wordsFor({ of, name: name.trim(), fallback: fallback.trim() }),
  );
}

/** The same as a list of its texts and variables. */
export function templateParts(text: string): (string | Variable)[] {
  const parts: (string | Variable)[] = [];
  let end = 0;
  for (const { 0: whole, 1: of, 2: name = "", 3: fallback = "", index } of text.matchAll(
    VARIABLE,
  )) {
    if (index > end) parts.push(text.slice(end, index));
    parts.push({ of: of as Variable["of"], name: name.trim(), fallback: fallback.trim() });
    end = index + whole.length;
  }
  return end < text.length ? [...parts, text.slice(end)] : parts;
}

const Template = z.string().check(
  z.minLength(1),
  z.maxLength(500),
  z.refine((text) => !text.replace(VARIABLE, "").includes("{{"), {
    error: "variables with a fallback, such as {{user.first_name|there}}",
  }),
);

/** A short text by locale that may hold variables. */
export const LocalizedTemplate = z
  .record(Locale, Template)
  .check(z.refine((texts) => Object.keys(texts).length > 0, { error: "at least one locale" }));
