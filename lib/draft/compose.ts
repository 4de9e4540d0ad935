import type { Advance, Guide, Step } from "../model/guide.ts";
import { GUIDE_FORMAT } from "../model/guide.ts";
import type { Localized } from "../model/primitives.ts";
import type { LocalizedRichText } from "../model/rich-text.ts";
import { namesIn } from "./names.ts";
import { newPage, pageOf } from "./page-of.ts";
import { guideName, placeholderIn, titleOf, told } from "./phrases.ts";
import { type Drawn, type TidyStep, tidy } from "./tidy.ts";

export interface Composing {
  id: string;
  /** Default "how-to". */
  kind?: "how-to" | "tour";
  /** Languages of the workspace; those in which steps can be told are used. */
  locales: readonly string[];
}

/**
 * A guide of what was recorded. It is valid if there is a step, and no more of them than a guide may have; nothing is
 * left out to make it so. Rule W8.
 */
export function compose(
  recorded: readonly Drawn[],
  { id, kind = "how-to", locales }: Composing,
): Guide {
  const steps = tidy(recorded);
  const [first] = steps;
  const where = first && pageOf(first.url);
  return {
    format: GUIDE_FORMAT,
    id,
    kind,
    name: guideName(first ? namesIn(first).page : "Waymark", locales),
    steps: steps.map((step) => stepOf(step, locales)),
    trigger: { start: "manual", ...(where && { when: where }) },
  };
}

/** The steps of what was recorded for the middle of a guide, without the page that it began in. */
export function composeSteps(recorded: readonly Drawn[], locales: readonly string[]): Step[] {
  const [first, ...others] = tidy(recorded);
  if (!first) return [];
  const steps = first.gesture.type === "navigate" ? others : [first, ...others];
  return steps.map((step) => stepOf(step, locales));
}

/** What a step is called, for who watches it being recorded. */
export function stepTitle(step: TidyStep, locales: readonly string[]): Localized {
  return titleOf(step.gesture, namesIn(step), locales);
}

function stepOf(step: TidyStep, locales: readonly string[]): Step {
  const { anchor, gesture, url } = step;
  const title = stepTitle(step, locales);
  const advance = advanceOf(step);
  return {
    id: step.id,
    ...(anchor && { anchor }),
    title,
    body: bodyOf(step, title, locales),
    advance,
    ...(anchor && advance.on === "next" && { onMissing: "show-without-arrow" as const }),
    recorded: { gesture, url },
  };
}

function bodyOf(
  { gesture, picture }: TidyStep,
  title: Localized,
  locales: readonly string[],
): LocalizedRichText {
  const entered = gesture.type === "input" ? placeholderIn(locales) : {};
  return told(locales, (_, locale) => [
    ...(entered[locale] ?? []),
    ...(picture ? [{ type: "image" as const, asset: picture, alt: title[locale] ?? "…" }] : []),
  ]);
}

const FIELDS = new Set(["input", "textarea", "select"]);

/** The result where one was seen, else what the person does to the element; else they say themselves that they did it. */
function advanceOf({ gesture, anchor, url, leadsTo, result }: TidyStep): Advance {
  const page = leadsTo && newPage(url, leadsTo);
  if (page) return { on: "until", condition: page };
  // A field is not done with what opens while it is filled in.
  if (result && gesture.type !== "input") {
    const condition = { type: "element", selector: result, state: "present" } as const;
    return { on: "until", condition };
  }
  if (gesture.type === "navigate") {
    const opened = gesture.newTab ? undefined : pageOf(url);
    return opened ? { on: "until", condition: opened } : { on: "next" };
  }
  const tag = anchor?.samples[0]?.fingerprint.tag;
  if (tag === undefined) return { on: "next" };
  switch (gesture.type) {
    case "click":
      return { on: (gesture.button ?? "left") === "left" ? "click" : "next" };
    case "input":
      return { on: FIELDS.has(tag) ? "input" : "next" };
    case "choose":
      return { on: FIELDS.has(tag) ? "input" : "click" };
    default:
      return { on: "next" };
  }
}
