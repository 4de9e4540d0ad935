import { GUIDE_FORMAT, Guide, type Step } from "../model/guide.ts";
import { localize } from "../model/locale.ts";
import { parse, type Result } from "../model/parse.ts";
import type { Placement } from "../model/placement.ts";
import type { Localized } from "../model/primitives.ts";
import type { LocalizedRichText } from "../model/rich-text.ts";
import { plainText } from "../tour/plain-text.ts";
import { type Finding, finding } from "./finding.ts";
import type { Imported, Target } from "./imported.ts";
import { createStepIds } from "./step-id.ts";
import { headed, richTexts } from "./texts.ts";

export interface ImportOptions {
  /** Of the guide in its workspace. */
  id: string;
  /** Of texts that are given in one language only. Default "en". */
  locale?: string;
  /** What the guide is called, if the source does not say. */
  name?: string;
}

/** A step of a foreign guide, in our words. */
export interface ForeignStep {
  /** Where it stands in the source, such as `steps[3]`. */
  at: string;
  title: Localized;
  body: LocalizedRichText;
  more?: Partial<Omit<Step, "id" | "title" | "body">>;
  target?: Omit<Target, "step">;
  findings: readonly Finding[];
}

/** The guide of these steps, which people start themselves. Problems name the field of the guide that is wrong. */
export function guideOf(
  foreign: readonly ForeignStep[],
  { id, locale = "en", name }: ImportOptions,
  findings: readonly Finding[] = [],
): Result<Imported> {
  const nextId = createStepIds();
  const targets: Target[] = [];
  const steps = foreign.map(({ title, body, more, target }, index): Step => {
    const words = Object.keys(title).length > 0 ? localize(title, ["en"]) : "";
    const step = nextId(words, index + 1);
    if (target) targets.push({ step, ...target });
    return { id: step, title, body, advance: { on: "next" }, ...more };
  });
  const guide = parse(Guide, {
    format: GUIDE_FORMAT,
    id,
    kind: "tour",
    name: name ? { [locale]: name } : steps[0]?.title,
    trigger: { start: "manual" },
    steps,
  });
  if (!guide.ok) return guide;
  const all = [...findings, ...foreign.flatMap((step) => step.findings)];
  return { ok: true, value: { guide: guide.value, targets, findings: all } };
}

/**
 * The texts of a step that has them in HTML and in one language. Without any, `otherwise` is its title: a guide's step
 * has one.
 */
export function wordsOf(
  html: { title: string; body: string },
  { at, titlePath, bodyPath, locale, otherwise }: WordsPlace,
): Pick<ForeignStep, "title" | "body"> & { findings: Finding[] } {
  const body = richTexts({ [locale]: html.body }, bodyPath);
  const title = richTexts({ [locale]: html.title }, titlePath);
  const said = plainText(title.body[locale] ?? []).trim();
  const findings = [...title.findings, ...body.findings];
  if (said) return { title: { [locale]: said }, body: body.body, findings };
  const begun = headed(body.body);
  if (begun.title[locale]) return { ...begun, findings: [...findings, finding(at, "title")] };
  return { title: { [locale]: otherwise }, body: body.body, findings };
}

interface WordsPlace {
  at: string;
  titlePath: string;
  bodyPath: string;
  locale: string;
  otherwise: string;
}

/** The side of a target that a word such as "bottom-right-aligned" begins with. */
export function sideOf(word: string | undefined): Placement | undefined {
  const side = /^(top|right|bottom|left)\b/.exec(word ?? "")?.[1];
  return side as Placement | undefined;
}
