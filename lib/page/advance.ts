import type { Condition } from "../model/condition.ts";
import type { Step } from "../model/guide.ts";
import { comparedSelectors, holds } from "../tour/until.ts";
import type { AgentPort } from "./agent-port.ts";
import { countVisible } from "./count.ts";
import type { Knowledge } from "./knowledge.ts";
import type { PageObserver } from "./observe.ts";

export interface AdvanceSurroundings {
  page: PageObserver;
  knowledge: Knowledge;
  onNavigate: AgentPort["onNavigate"];
}

/** What a person does with the target of a step to go on. */
export const USES = { click: "click", input: "change" } as const;

/** Calls `onAdvance` once when the result that the step waits for is there. */
export function awaitAdvance(
  step: Step,
  surroundings: AdvanceSurroundings,
  onAdvance: () => void,
  signal: AbortSignal,
): void {
  if (step.advance.on !== "until") return;
  const scope = new AbortController();
  const life = AbortSignal.any([signal, scope.signal]);
  const done = () => {
    if (life.aborted) return;
    scope.abort();
    onAdvance();
  };
  awaitResult(step.advance.condition, surroundings, done, life);
}

function awaitResult(
  condition: Condition,
  { page, knowledge, onNavigate }: AdvanceSurroundings,
  done: () => void,
  signal: AbortSignal,
): void {
  const count = (selector: string) => countVisible(selector, page.roots());
  const before = new Map(comparedSelectors(condition).map((key) => [key, count(key)]));
  const check = () => {
    const reached = holds(condition, {
      address: location,
      count,
      before: (selector) => before.get(selector) ?? 0,
      used: knowledge.used,
      signal: knowledge.signal,
    });
    if (reached) done();
  };
  page.onChange(check, signal);
  onNavigate(check, signal);
  knowledge.onChange(check, signal);
  check();
}
