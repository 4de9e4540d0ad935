import type { Step } from "../model/guide.ts";
import { same } from "./same.ts";

/**
 * A step after an edit, with the marks of its translations: once anything of the original was changed they are
 * outdated, until something of theirs is changed too. `main`: the language of the original.
 */
export function judged(before: Step, after: Step, main: string): Step {
  const changed = (language: string) => !same(wordsOf(before, language), wordsOf(after, language));
  const translations = languagesOf(after).filter((language) => language !== main);
  const old = changed(main) ? translations : (after.outdated ?? []);
  return marked(
    after,
    old.filter((language) => translations.includes(language) && !changed(language)),
  );
}

/** The step with just these translations outdated. */
export function marked(step: Step, languages: readonly string[]): Step {
  const { outdated: _, ...rest } = step;
  return languages.length > 0 ? { ...rest, outdated: [...new Set(languages)].sort() } : rest;
}

/** Everything that a step says in a language. */
function wordsOf(step: Step, language: string): unknown[] {
  return localizedOf(step).map((texts) => texts?.[language]);
}

function languagesOf(step: Step): string[] {
  return [...new Set(localizedOf(step).flatMap((texts) => Object.keys(texts ?? {})))];
}

function localizedOf({ title, body, actions = [], question }: Step) {
  const asked: (Readonly<Record<string, unknown>> | undefined)[] = [];
  if (question && "options" in question) asked.push(...question.options.map(({ label }) => label));
  else if (question && "low" in question) asked.push(question.low, question.high);
  else if (question && "high" in question) asked.push(undefined, question.high);
  return [title, body, ...actions.map(({ label }) => label), ...asked];
}
