import type { Guide, Step } from "../model/guide.ts";
import { brokenRules, type Edited } from "./edited.ts";
import { languagesOf, mainLanguage } from "./languages.ts";
import { lintGuide } from "./lint-guide.ts";
import { lintStep } from "./lint-step.ts";
import { lintText } from "./lint-text.ts";

/** `error`: it cannot be published or cannot work. `warning`: people will have trouble. `hint`: could be better. */
export type Severity = "error" | "warning" | "hint";

/** Something about a guide that its author should know. Words for each code are in lib/i18n. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** Of the step; null: of the guide as a whole. */
  step: string | null;
  /** Where it is about one language's text. */
  language?: string;
  params?: Readonly<Record<string, string | number>>;
  /** Mends it; said to the author before. */
  mend?: (guide: Guide) => Edited;
}

export type FindingCode =
  | "rule"
  | "too-many-steps"
  | "title-missing"
  | "title-long"
  | "title-broken"
  | "body-long"
  | "translation-missing"
  | "translation-outdated"
  | "name-missing"
  | "anchor-red"
  | "anchor-missing"
  | "advance-pointless"
  | "advance-result-page"
  | "advance-result-element"
  | "advance-unchosen"
  | "branch-unchosen"
  | "answer-missing"
  | "answer-twice"
  | "no-exit"
  | "unreachable"
  | "contrast"
  | "image-alt"
  | "picture-missing"
  | "link-broken"
  | "link-words"
  | "too-many-blocks"
  | "auto-everywhere"
  | "schedule-order"
  | "experiment-goal";

/** What is about one step, remembered as long as neither it nor its surroundings change. */
const REMEMBERED = new WeakMap<Step, { key: string; after: Step | undefined; found: Finding[] }>();

/** Everything to be said about a guide, in the order of its steps. Cheap to ask again after a small edit. */
export function lint(guide: Guide): Finding[] {
  const languages = languagesOf(guide);
  const key = `${guide.kind} ${guide.steps.length > 1} ${languages.join()} ${mainLanguage(guide)}`;
  const steps = guide.steps.flatMap((step, index) => {
    const after = guide.steps[index + 1];
    const known = REMEMBERED.get(step);
    if (known?.key === key && known.after === after) return known.found;
    const found = [...lintText(step, guide, languages), ...lintStep(step, after, guide)];
    REMEMBERED.set(step, { key, after, found });
    return found;
  });
  return [...lintGuide(guide, languages), ...steps];
}

/** What its schema forbids, which no other finding says. Slower: it reads the whole guide. */
export function lintRules(guide: Guide): Finding[] {
  return brokenRules(guide).flatMap(({ path, allowed }): Finding[] => {
    if (SAID.test(path)) return [];
    const step = stepAt(guide, path);
    return [{ code: "rule", severity: "error", step, params: { path, allowed } }];
  });
}

const SAID = /\.(alt|href)$|\.options\[\d+\]\.label\b/;

/** The step that a path such as "steps[2].advance" leads into; null: none. */
export function stepAt(guide: Guide, path: string): string | null {
  const index = /^steps\[(\d+)\]/.exec(path)?.[1];
  return (index !== undefined && guide.steps[Number(index)]?.id) || null;
}
