import type { Step } from "../model/guide.ts";
import type { Judge } from "../tour/branch.ts";
import type { AgentPort } from "./agent-port.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PageObserver } from "./observe.ts";

export interface AdvanceSurroundings {
  page: PageObserver;
  knowledge: Knowledge;
  onNavigate: AgentPort["onNavigate"];
  tools: AgentPort["tools"];
}

/** What a person does with the target of a step to go on. */
export const USES = { click: "click", input: "change" } as const;

/** Judges conditions from now on: what there are more of is compared with how many there are when this is called. */
export function createJudge(
  { advance, branch = [] }: Pick<Step, "advance" | "branch">,
  { page, knowledge, tools: { comparedSelectors, countVisible, holds } }: AdvanceSurroundings,
): Judge {
  const count = (selector: string) => countVisible(selector, page.roots());
  const conditions = [advance, ...branch].flatMap((part) =>
    "condition" in part && part.condition ? [part.condition] : [],
  );
  const before = new Map(conditions.flatMap(comparedSelectors).map((key) => [key, count(key)]));
  return (condition) =>
    holds(condition, {
      address: location,
      count,
      before: (selector) => before.get(selector) ?? count(selector),
      used: knowledge.used,
      signal: knowledge.signal,
    });
}

/** Calls `onAdvance` once when the result that the step waits for is there. */
export function awaitAdvance(
  { advance }: Step,
  { page, knowledge, onNavigate }: AdvanceSurroundings,
  judge: Judge,
  onAdvance: () => void,
  signal: AbortSignal,
): void {
  if (advance.on !== "until") return;
  const scope = new AbortController();
  const life = AbortSignal.any([signal, scope.signal]);
  const check = () => {
    if (life.aborted || !judge(advance.condition)) return;
    scope.abort();
    onAdvance();
  };
  page.onChange(check, life);
  onNavigate(check, life);
  knowledge.onChange(check, life);
  check();
}
