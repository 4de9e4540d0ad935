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
  /** The element that is pointed at, if one is. */
  target(): Element | undefined;
}

/** Calls `onAdvance` once when the step is done by what happens in the page. Host events are only watched. */
export function awaitAdvance(
  step: Step,
  surroundings: AdvanceSurroundings,
  onAdvance: () => void,
  signal: AbortSignal,
): void {
  const scope = new AbortController();
  const life = AbortSignal.any([signal, scope.signal]);
  const done = () => {
    if (life.aborted) return;
    scope.abort();
    onAdvance();
  };
  switch (step.advance.on) {
    case "next":
      return;
    case "click":
      awaitEvent("click", surroundings.target, done, life);
      return;
    case "input":
      awaitEvent("change", surroundings.target, done, life);
      return;
    case "until":
      awaitResult(step.advance.condition, surroundings, done, life);
  }
}

function awaitEvent(
  type: "click" | "change",
  target: () => Element | undefined,
  done: () => void,
  signal: AbortSignal,
): void {
  const onEvent = (event: Event) => {
    const element = target();
    if (event.isTrusted && element && event.composedPath().includes(element)) done();
  };
  addEventListener(type, onEvent, { capture: true, passive: true, signal });
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
