import type { Problem } from "../../lib/model/parse.ts";
import type { CaseStep, RiskCase, RiskCasePatch } from "../../lib/model/risk-case.ts";
import { RULES } from "../../lib/model/rule.ts";

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
    const allowed = RULES.churnedOnly;
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
  if (plan !== null || (outcome !== null && outcome !== "false-alarm")) {
    need("type", type !== null, RULES.caseType);
    need("cause", cause !== null, RULES.caseCause);
  }
  if (doneAt !== null || outcome === "averted") {
    const isAverted = outcome === "averted";
    need("plan", plan !== null, isAverted ? RULES.planToAvert : RULES.planToDo);
    need("people", people.length > 0, isAverted ? RULES.peopleToAvert : RULES.peopleToDo);
  }
  if (outcome !== null) need("churnNote", churnNote !== null, RULES.churnNote);
  return problems;
}
