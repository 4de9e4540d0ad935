import type { Guide, Step } from "../model/guide.ts";
import type { Question } from "../model/question.ts";
import type { RichText } from "../model/rich-text.ts";
import { type Edited, edited, refuse } from "./edited.ts";
import { languagesOf, mainLanguage } from "./languages.ts";
import { judged, marked } from "./outdated.ts";
import { assign, indexOf } from "./steps.ts";

/** A text by language with one changed. An empty one is taken away, unless it is the only one. */
export function put(texts: Record<string, string>, language: string, text: string) {
  const { [language]: _, ...others } = texts;
  if (text === "" && Object.keys(others).length > 0) return others;
  return { ...texts, [language]: text };
}

export function setName(guide: Guide, language: string, text: string): Edited {
  return edited({ ...guide, name: put(guide.name, language, text) });
}

/** Without any text there is no category. */
export function setCategory(guide: Guide, language: string, text: string): Edited {
  const category = put(guide.category ?? {}, language, text);
  const empty = Object.values(category).every((one) => one === "");
  return edited(assign(guide, { category: empty ? undefined : category }));
}

export function setTitle(guide: Guide, id: string, language: string, text: string): Edited {
  return setText(guide, id, (step) => ({
    ...step,
    title: put(step.title, language, text),
  }));
}

export function setBody(guide: Guide, id: string, language: string, text: RichText): Edited {
  return setText(guide, id, (step) => {
    const { [language]: _, ...others } = step.body;
    const gone = text.length === 0 && Object.keys(others).length > 0;
    return { ...step, body: gone ? others : { ...step.body, [language]: text } };
  });
}

/** A translation that was not touched since its original was changed fits nevertheless. */
export function confirmTranslation(guide: Guide, id: string, language: string): Edited {
  return changeOf(guide, id, (step) =>
    marked(
      step,
      (step.outdated ?? []).filter((one) => one !== language),
    ),
  );
}

/** Changes texts of a step, and marks its translations (B3). */
export function setText(guide: Guide, id: string, change: (step: Step) => Step): Edited {
  const main = mainLanguage(guide);
  return changeOf(guide, id, (step) => judged(step, change(step), main));
}

function changeOf(guide: Guide, id: string, change: (step: Step) => Step): Edited {
  if (indexOf(guide, id) < 0) return refuse({ code: "no-step" });
  const steps = guide.steps.map((step) => (step.id === id ? change(step) : step));
  return edited({ ...guide, steps });
}

/** Takes a language out of every text. Refused for the only one. */
export function removeLanguage(guide: Guide, language: string): Edited {
  const languages = languagesOf(guide);
  if (languages.every((one) => one === language)) return refuse({ code: "only-language" });
  const steps = guide.steps.map((step) => {
    const outdated = step.outdated?.filter((one) => one !== language);
    const actions = step.actions?.map((action) => ({
      ...action,
      label: without(action.label, language),
    }));
    return assign(step, {
      title: without(step.title, language),
      body: without(step.body, language),
      actions,
      question: step.question && withoutWords(step.question, language),
      outdated: outdated?.length ? outdated : undefined,
    });
  });
  const category = guide.category && without(guide.category, language);
  return edited(assign(guide, { name: without(guide.name, language), steps, category }));
}

function withoutWords(question: Question, language: string): Question {
  if ("options" in question) {
    const options = question.options.map((one) => ({
      ...one,
      label: without(one.label, language),
    }));
    return { ...question, options };
  }
  if (question.type === "text") return question;
  const { low, high } = question;
  return assign(question, {
    low: low && without(low, language),
    high: high && without(high, language),
  });
}

function without<T>(texts: Readonly<Record<string, T>>, language: string): Record<string, T> {
  const { [language]: _, ...others } = texts;
  return Object.keys(others).length > 0 ? others : { ...texts };
}
