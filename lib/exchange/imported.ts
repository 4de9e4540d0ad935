import type { Fingerprint } from "../model/anchor.ts";
import type { Advance, Guide, Step } from "../model/guide.ts";
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

/** To be looked up once in the live page: selectors are not kept, the element's fingerprint is. */
export interface Target {
  step: string;
  /** Where it stood in the source, such as `steps[3].element`. */
  path: string;
  selector: string;
  /** What leads on once the step points at this. */
  advance?: "click" | "input";
}

/** What the live page says to a selector. */
export type Lookup =
  | {
      /** `part`: the element cannot be told from others, but something in it can. */
      outcome: "exact" | "part";
      /** Of the page, where it states one. */
      lang?: string;
      fingerprint: Fingerprint;
    }
  | { outcome: "invalid" | "missing" | "hidden" | "unsure" };

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
    if (!lookup || lookup.outcome === "exact") return [];
    return [finding(path, CODES[lookup.outcome], `${selector}${partOf(lookup)}`)];
  });
  const steps = guide.steps.map((step) => {
    const target = byStep.get(step.id);
    const lookup = lookups.get(step.id);
    return target && lookup && "fingerprint" in lookup ? pointing(step, target, lookup) : step;
  });
  return { guide: { ...guide, steps }, targets, findings: [...findings, ...news] };
}

type Found = Extract<Lookup, { fingerprint: unknown }>;

/** A click beside a part, which may well be meant, would not count: such a step keeps its Next button. */
function pointing(step: Step, { advance }: Target, { outcome, lang, fingerprint }: Found): Step {
  const sample = { ...(lang && { lang }), fingerprint };
  const others = (step.anchor?.samples ?? []).filter((other) => other.lang !== lang);
  const leads: Advance = advance && outcome === "exact" ? { on: advance } : step.advance;
  return {
    ...step,
    anchor: { samples: [...others, sample] },
    advance: leads,
    onMissing: leads.on === "click" || leads.on === "input" ? "wait" : "show-without-arrow",
  };
}

function partOf(lookup: Lookup): string {
  if (lookup.outcome !== "part") return "";
  const { tag, name, text, placeholder } = lookup.fingerprint;
  return `, ${tag} “${name ?? text ?? placeholder ?? ""}”`;
}
