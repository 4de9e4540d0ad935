import type { Anchor } from "../model/anchor.ts";
import type { Step } from "../model/guide.ts";
import type { Judge } from "../tour/branch.ts";
import type { Action } from "../tour/run.ts";
import { type AdvanceSurroundings, awaitAdvance, createJudge, USES } from "./advance.ts";
import { type Hit, type Search, seek } from "./seek.ts";
import type { Target } from "./target.ts";

export interface StageOptions extends AdvanceSurroundings {
  search: Search;
  /** The step is open while its target has the focus, or while a person is about to use it. */
  opensOn: "focus" | "intent" | null;
  /** The person may be asked whether a likely target is the right one. */
  mayAsk: boolean;
  /** They were, and have not answered. */
  isAsking(): boolean;
  dispatch(action: Action): void;
  onError(error: unknown): void;
}

/** What the present step waits for in the page: its target, and what leads on. */
export interface Stage {
  target(): Target | undefined;
  /** What holds in the present step. */
  judge: Judge;
  enter(step: Step, visit: number): void;
  locate(step: Step & { anchor: Anchor }, visit: number): void;
  /** The present target is not what the step means; it is not taken again in this step. */
  refuse(): void;
  leave(): void;
}

export function createStage(options: StageOptions, life: AbortSignal): Stage {
  const { dispatch, onError, mayAsk } = options;
  const refused = new Set<unknown>();
  let step = new AbortController();
  let search = new AbortController();
  let target: Target | undefined;
  let judge = createJudge({ advance: { on: "next" } }, options);

  const attend = (found: Target, current: Step, visit: number, scope: AbortSignal) => {
    const { on } = current.advance;
    const onLost = () => {
      target = undefined;
      dispatch({ type: "lost", visit });
    };
    found.onLost(onLost, scope);
    found.onObstacle((obstacle) => dispatch({ type: "obstacle", visit, obstacle }), scope);
    if (on === "click" || on === "input") {
      const onUse = () => options.isAsking() || dispatch({ type: "advance", visit });
      found.onUse(USES[on], onUse, scope);
    }
    const onChange = (type: "open" | "fold") => dispatch({ type, visit });
    if (options.opensOn === "focus") found.onFocus(onChange, scope);
    if (options.opensOn === "intent") found.onIntent(onChange, scope);
  };

  return {
    target: () => target,
    judge: (condition) => judge(condition),
    enter(current, visit) {
      step = new AbortController();
      judge = createJudge(current, options);
      const onAdvance = () => dispatch({ type: "advance", visit });
      awaitAdvance(current, options, judge, onAdvance, AbortSignal.any([life, step.signal]));
    },
    locate(current, visit) {
      search.abort();
      search = new AbortController();
      const scope = AbortSignal.any([life, search.signal]);
      const onHit = (hit: Hit) => {
        target = hit.target;
        const { outcome, choices } = hit;
        dispatch({ type: outcome, visit, ...(choices && { choices }) });
        attend(hit.target, current, visit, scope);
      };
      const onMissing = (miss: { reason: string; several?: number }) =>
        dispatch({ type: "missing", visit, ...miss });
      const takes = ({ outcome, target: { identity } }: Hit) =>
        !refused.has(identity) && (mayAsk || outcome === "found");
      seek(current.anchor, { ...options, takes }, { onHit, onMissing, onError }, scope);
    },
    refuse() {
      if (target) refused.add(target.identity);
      target = undefined;
    },
    leave() {
      step.abort();
      search.abort();
      refused.clear();
      target = undefined;
    },
  };
}
