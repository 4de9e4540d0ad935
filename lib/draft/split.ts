import type { Guide, Step } from "../model/guide.ts";
import type { Block, RichText } from "../model/rich-text.ts";
import { plainText } from "../tour/plain-text.ts";
import { type Edited, refuse } from "./edited.ts";
import { freeId } from "./free-id.ts";
import { mainLanguage } from "./languages.ts";
import { assign, indexOf, STEP_LIMIT, withSteps } from "./steps.ts";

const TITLE_LENGTH = 60;

/** A text that is divided where its author has put the cursor. */
export interface Cut {
  language: string;
  head: RichText;
  tail: RichText;
}

/** One language of a step in two parts; `title`: of the second, if that is known. */
interface Parts {
  head: RichText;
  tail: RichText;
  title?: string;
}

/**
 * Makes two steps of one: the second is begun by a Next button and keeps what led on, the question, buttons and branches.
 * Both point at the same element. B14.
 */
function splitInto(guide: Guide, id: string, partsOf: (language: string) => Parts): Edited {
  const index = indexOf(guide, id);
  const step = guide.steps[index];
  if (!step) return refuse({ code: "no-step" });
  if (guide.steps.length >= STEP_LIMIT) return refuse({ code: "too-many" });
  const taken = new Set(guide.steps.map((one) => one.id));
  const parts = new Map(
    [step.title, step.body].flatMap(Object.keys).map((one) => [one, partsOf(one)]),
  );
  const first = assign(step, {
    body: mapTexts(step.body, (_, language) => parts.get(language)?.head ?? []),
    advance: guide.kind === "checklist" ? step.advance : { on: "next" },
    question: undefined,
    branch: undefined,
    actions: undefined,
    recorded: undefined,
  });
  const second: Step = {
    ...step,
    id: freeId(id, taken),
    title: mapTexts(step.title, (title, language) => titleOf(title, parts.get(language))),
    body: mapTexts(step.body, (_, language) => parts.get(language)?.tail ?? []),
  };
  return withSteps(guide, guide.steps.toSpliced(index, 1, first, second));
}

/** What stands in the body from block `at` on becomes the second step. */
export function splitStep(guide: Guide, id: string, at: number): Edited {
  const body = guide.steps.find((one) => one.id === id)?.body ?? {};
  return splitInto(guide, id, (language) => divided(body[language] ?? [], at));
}

/**
 * Divides the text of one language at the cursor, and the others before the block that corresponds. Where that cannot be
 * as exact, the translations are outdated.
 */
export function splitAtCursor(guide: Guide, id: string, { language, head, tail }: Cut): Edited {
  const step = guide.steps.find((one) => one.id === id);
  if (!step) return refuse({ code: "no-step" });
  if (head.length === 0 || tail.length === 0) return refuse({ code: "nothing-to-split" });
  const answer = splitInto(guide, id, (one) =>
    one === language ? { head, tail } : divided(step.body[one] ?? [], head.length),
  );
  const count = step.body[language]?.length;
  const isExact =
    head.length + tail.length === count &&
    Object.values(step.body).every((text) => text.length === count);
  return answer.ok && !isExact ? { ...answer, guide: outdated(guide, answer.guide) } : answer;
}

/** Divides a step into what it was merged of, else before the last block of its text. */
export function splitAtJoint(guide: Guide, id: string): Edited {
  const step = guide.steps.find((one) => one.id === id);
  if (!step) return refuse({ code: "no-step" });
  const main = step.body[mainLanguage(guide)] ?? [];
  const joint = jointOf(main);
  const at = joint ?? main.length - 1;
  if (at < 1) return refuse({ code: "nothing-to-split" });
  return splitInto(guide, id, (language) => {
    const text = step.body[language] ?? [];
    const own = joint === null ? null : jointOf(text);
    if (own === null) return divided(text, at);
    return {
      ...divided(text, own),
      tail: text.slice(own + 1),
      title: plainText([text[own] as Block]),
    };
  });
}

/** Where a merge has put the title of its second step: the last paragraph that is nothing but strong words. */
function jointOf(text: RichText): number | null {
  const at = text.findLastIndex(
    (block) => block.type === "paragraph" && block.children.every(({ type }) => type === "strong"),
  );
  return at > 0 ? at : null;
}

function divided(text: RichText, at: number): Parts {
  return { head: text.slice(0, at), tail: text.slice(at) };
}

/** The beginning of its text, or the title that it had. */
function titleOf(known: string, { tail = [], title }: Partial<Parts> = {}): string {
  if (title !== undefined) return title;
  const words = plainText(tail.slice(0, 1)).trim();
  const safe = words.includes("{{") ? "" : words;
  return safe.length > TITLE_LENGTH ? `${safe.slice(0, TITLE_LENGTH - 1)}…` : safe || known;
}

/** Translations of the steps that are new or changed are outdated. */
function outdated(before: Guide, after: Guide): Guide {
  const known = new Set(before.steps);
  const main = mainLanguage(after);
  const steps = after.steps.map((step) => {
    if (known.has(step)) return step;
    const languages = new Set([step.title, step.body].flatMap(Object.keys));
    const others = [...languages].filter((language) => language !== main).sort();
    return assign(step, { outdated: others.length > 0 ? others : undefined });
  });
  return { ...after, steps };
}

function mapTexts<T>(
  texts: Readonly<Record<string, T>>,
  change: (text: T, language: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, change(text, language)]),
  );
}
