import { namesIn } from "../draft/names.ts";
import { titleOf } from "../draft/phrases.ts";
import type { Anchor } from "../model/anchor.ts";
import type { Recorded } from "../model/gesture.ts";
import type { Advance, Guide, Step } from "../model/guide.ts";
import type { ImportTarget } from "../model/import-target.ts";
import type { Lookup } from "../model/lookup.ts";
import type { Localized } from "../model/primitives.ts";
import { type Finding, type FindingCode, finding } from "./finding.ts";

/** A foreign guide as one of ours. */
export interface Imported {
  /** Valid as it stands; steps whose target was not looked up yet stand in the middle of the window. */
  guide: Guide;
  /** What steps pointed at in the source. */
  targets: readonly Target[];
  /** What could not be carried over as it was. */
  findings: readonly Finding[];
}

export type Target = ImportTarget;

const CODES = {
  part: "target-part",
  invalid: "target-invalid",
  missing: "target-missing",
  hidden: "target-hidden",
  unsure: "target-unsure",
} as const satisfies Record<string, FindingCode>;

/**
 * The import with what was looked up, by step. A second call, with the page in another language, adds samples. A
 * step whose target was not found stays as it is, and a finding says why.
 */
export function anchored(imported: Imported, lookups: ReadonlyMap<string, Lookup>): Imported {
  const { guide, targets, findings } = imported;
  const byStep = new Map(targets.map((target) => [target.step, target]));
  const news = targets.flatMap(({ step, path, selector }): Finding[] => {
    const lookup = lookups.get(step);
    if (!lookup) return [];
    const differ =
      "differ" in lookup && lookup.differ ? [finding(path, "target-differ", selector)] : [];
    if (lookup.outcome === "exact") return differ;
    return [finding(path, CODES[lookup.outcome], `${selector}${partOf(lookup)}`), ...differ];
  });
  const steps = guide.steps.map((step) => {
    const target = byStep.get(step.id);
    const lookup = lookups.get(step.id);
    return target && lookup && "sample" in lookup ? pointing(step, target, lookup) : step;
  });
  return { guide: { ...guide, steps }, targets, findings: [...findings, ...news] };
}

export type Found = Extract<Lookup, { sample: unknown }>;

/** A click beside a part, which may well be meant, would not count: such a step keeps its Next button. */
export function pointing(step: Step, target: Target, { outcome, sample }: Found): Step {
  const { advance, retell } = target;
  const others = (step.anchor?.samples ?? []).filter((other) => other.lang !== sample.lang);
  const leads: Advance = advance && outcome === "exact" ? { on: advance } : step.advance;
  const anchor = { samples: [...others, sample] };
  return {
    ...step,
    ...(retell &&
      step.recorded && { title: toldOf(step.recorded, anchor, Object.keys(step.title)) }),
    anchor,
    advance: leads,
    onMissing: leads.on === "click" || leads.on === "input" ? "wait" : "show-without-arrow",
  };
}

function toldOf({ gesture, url }: Recorded, anchor: Anchor, locales: readonly string[]): Localized {
  return titleOf(gesture, namesIn({ gesture, url, anchor }), locales);
}

function partOf(lookup: Lookup): string {
  if (lookup.outcome !== "part") return "";
  const { tag, name, text, placeholder } = lookup.sample.fingerprint;
  return `, ${tag} “${name ?? text ?? placeholder ?? ""}”`;
}
