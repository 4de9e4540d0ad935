import { freeId } from "../draft/free-id.ts";
import { Guide, type Step } from "../model/guide.ts";
import { localize } from "../model/locale.ts";
import { parse, type Result } from "../model/parse.ts";
import type { Finding } from "./finding.ts";
import type { ForeignStep, ImportOptions } from "./foreign-guide.ts";
import type { Imported, Target } from "./imported.ts";

/** A guide of ours in a flow, and what of the flow is not made of it. */
export interface OwnParts {
  /** All but its steps. */
  guide: object | undefined;
  steps: ({ own: object } | { foreign: ForeignStep | undefined; findings: Finding[] })[];
}

/** The guide as it was, with what was recorded in between at its place. */
export function ownGuide(
  { guide, steps }: OwnParts,
  { id }: ImportOptions,
  findings: readonly Finding[],
): Result<Imported> {
  const taken = new Set(
    steps.map((part) => ("own" in part && "id" in part.own ? String(part.own.id) : "")),
  );
  const targets: Target[] = [];
  const news: Finding[] = [];
  const all = steps.flatMap((part): unknown[] => {
    if ("own" in part) return [part.own];
    if (!part.foreign) return [];
    const { title, body, more, target, findings: lost } = part.foreign;
    const step = freeId(localize(title, ["en"]), taken);
    taken.add(step);
    if (target) targets.push({ step, ...target });
    news.push(...lost);
    return [{ id: step, title, body, advance: { on: "next" }, ...more } satisfies Step];
  });
  const parsed = parse(Guide, { ...guide, id, steps: all });
  if (!parsed.ok) return parsed;
  return { ok: true, value: { guide: parsed.value, targets, findings: [...findings, ...news] } };
}
