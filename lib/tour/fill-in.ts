import type { Guide } from "../model/guide.ts";
import type { Attributes, Localized, Scalar } from "../model/primitives.ts";
import type { Block, Inline, RichText } from "../model/rich-text.ts";
import { fillTemplate, type Variable } from "../model/template.ts";

/** Longer values are no names of anything, and would fill the card. */
const LONGEST = 100;

export interface Known {
  user: Attributes;
  account: Attributes;
}

/**
 * The guide with its variables replaced by what is known about the person, else by their fallback. A value becomes
 * text and nothing else, whatever it looks like.
 */
export function fillIn(guide: Guide, known: Known): Guide {
  const words = (variable: Variable) => wordsFor(variable, known);
  const short = (texts: Localized) => each(texts, (text) => fillTemplate(text, words));
  const steps = guide.steps.map((step) => ({
    ...step,
    title: short(step.title),
    body: each(step.body, (text) => ofText(text, known)),
    ...(step.actions && {
      actions: step.actions.map((action) => ({ ...action, label: short(action.label) })),
    }),
  }));
  return { ...guide, steps };
}

function each<T>(texts: Record<string, T>, fill: (text: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, fill(text)]));
}

function ofText(text: RichText, known: Known): RichText {
  return text.map((block): Block => {
    switch (block.type) {
      case "image":
        return block;
      case "list":
        return { ...block, items: block.items.map((item) => ofInlines(item, known)) };
      default:
        return { ...block, children: ofInlines(block.children, known) };
    }
  });
}

function ofInlines(inlines: readonly Inline[], known: Known): Inline[] {
  return inlines.map((inline) => {
    if (inline.type === "variable") return { type: "text", text: wordsFor(inline, known) };
    return "children" in inline
      ? { ...inline, children: ofInlines(inline.children, known) }
      : inline;
  });
}

function wordsFor({ of, name, fallback }: Variable, known: Known): string {
  const value: Scalar | undefined = Object.hasOwn(known[of], name) ? known[of][name] : undefined;
  const text = typeof value === "boolean" ? "" : String(value ?? "").trim();
  return text === "" || text.length > LONGEST ? fallback : text;
}
