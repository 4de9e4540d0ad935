import { Guide } from "../model/guide.ts";
import { type Problem, parse } from "../model/parse.ts";

/** What an edit had to leave behind, for its author to know. */
export interface Lost {
  /** Of the step; null: of the guide itself. */
  step: string | null;
  code: LostCode;
}

export type LostCode =
  | "anchor"
  | "placement"
  | "advance"
  | "missing"
  | "question"
  | "branch"
  /** Branches by an answer that there is not any more. */
  | "answers"
  | "actions"
  | "links"
  | "recorded"
  | "trigger"
  | "budget"
  | "experiment";

/** Why an edit was refused. */
export type EditProblem =
  | { code: "no-step" }
  | { code: "only-step" }
  | { code: "too-many" }
  | { code: "two-questions" }
  | { code: "nothing-to-split" }
  | { code: "only-language" }
  /** The kind of the guide forbids it, as its schema says. */
  | { code: "rule"; path: string; allowed: string };

export type Edited =
  | { ok: true; guide: Guide; lost: readonly Lost[] }
  | { ok: false; problem: EditProblem };

export function refuse(problem: EditProblem): Edited {
  return { ok: false, problem };
}

/** An edit of texts, which cannot break what a guide is made of. */
export function edited(guide: Guide): Edited {
  return { ok: true, guide, lost: [] };
}

/** An edit of the structure: refused if it breaks a rule of the schema that was kept before. */
export function settle(before: Guide, after: Guide, lost: readonly Lost[] = []): Edited {
  const known = count(brokenRules(before).map(nameOf));
  for (const problem of brokenRules(after)) {
    const left = known.get(nameOf(problem)) ?? 0;
    if (left === 0) return refuse({ code: "rule", path: problem.path, allowed: problem.allowed });
    known.set(nameOf(problem), left - 1);
  }
  return { ok: true, guide: after, lost };
}

/** What keeps a guide from being one, apart from texts that are empty, missing or too long. */
export function brokenRules(guide: Guide): Problem[] {
  const result = parse(Guide, guide);
  return result.ok ? [] : result.error.filter(({ path }) => !TEXTS.test(path));
}

const TEXTS = /^(name|category)\b|\.(title|body|label|low|high)\b/;

function nameOf({ path, allowed }: Problem): string {
  return `${path.replace(/\[\d+\]/g, "[]")} ${allowed}`;
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
