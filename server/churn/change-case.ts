import type { Problem } from "../../lib/model/parse.ts";
import type { CaseStep, RiskCase, RiskCasePatch } from "../../lib/model/risk-case.ts";

/** What a person decides about a case; the rest follows or is written down beside it. */
export type CaseState = Pick<
  RiskCase,
  "level" | "type" | "cause" | "plan" | "people" | "doneAt" | "outcome" | "churnNote"
>;

export type CaseChange =
  | { ok: true; state: CaseState; changed: (keyof CaseState)[] }
  | { ok: false; problems: Problem[] };

/** Z13 of docs/spec/churn.md: how far the handling is. */
export function stepOf(state: CaseState): CaseStep {
  if (state.outcome !== null) return "closed";
  if (state.doneAt !== null) return "done";
  if (state.plan !== null && state.people.length > 0) return "planned";
  return state.type !== null && state.cause !== null ? "named" : "opened";
}

/** The case as a person wants it, or what is missing for that: Z14 and Z15. `at`: epoch ms. */
export function changeCase(before: CaseState, patch: RiskCasePatch, at: number): CaseChange {
  const { done, churnedOn, ...said } = patch;
  const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const state: CaseState = {
    ...before,
    ...named,
    doneAt: done === undefined ? before.doneAt : done ? (before.doneAt ?? at) : null,
  };
  const problems = missing(state);
  if (churnedOn !== undefined && state.outcome !== "churned") {
    const allowed = 'a day only with the outcome "churned"';
    problems.push({ path: "churnedOn", found: churnedOn, allowed });
  }
  if (problems.length > 0) return { ok: false, problems };
  const keys = Object.keys(state) as (keyof CaseState)[];
  const changed = keys.filter((key) => JSON.stringify(state[key]) !== JSON.stringify(before[key]));
  return { ok: true, state, changed };
}

/** Every step needs those before it. A false alarm needs a note only; who left may leave before there is a plan. */
function missing(state: CaseState): Problem[] {
  const { type, cause, plan, people, doneAt, outcome, churnNote } = state;
  const problems: Problem[] = [];
  const need = (path: string, is: boolean, allowed: string) => {
    if (!is) problems.push({ path, found: "nothing", allowed });
  };
  const named = "before there is a plan or an outcome";
  if (plan !== null || (outcome !== null && outcome !== "false-alarm")) {
    need("type", type !== null, `"business", "product" or "client", ${named}`);
    need("cause", cause !== null, `why they may leave, ${named}`);
  }
  if (doneAt !== null || outcome === "averted") {
    const before = outcome === "averted" ? "before it is averted" : "before it is done";
    need("plan", plan !== null, `what is to be done, ${before}`);
    need("people", people.length > 0, `who carries the plan out, ${before}`);
  }
  if (outcome !== null) need("churnNote", churnNote !== null, "what was learned, for any outcome");
  return problems;
}
