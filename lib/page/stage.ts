import type { Anchor } from "../model/anchor.ts";
import type { Step } from "../model/guide.ts";
import type { Action } from "../tour/run.ts";
import { type AdvanceSurroundings, awaitAdvance } from "./advance.ts";
import { watchFocus } from "./field-focus.ts";
import { guard } from "./guard.ts";
import type { Locator } from "./locator-port.ts";
import { type FoundTarget, seek } from "./seek.ts";

export interface StageOptions extends Omit<AdvanceSurroundings, "target"> {
  locator: Locator;
  /** The step opens while its target has the focus. */
  opensOnFocus: boolean;
  dispatch(action: Action): void;
  onError(error: unknown): void;
}

/** What the present step waits for in the page: its target, and what leads on. */
export interface Stage {
  target(): Element | undefined;
  enter(step: Step, visit: number): void;
  locate(anchor: Anchor, visit: number): void;
  leave(): void;
}

export function createStage(options: StageOptions, life: AbortSignal): Stage {
  const { locator, page, dispatch, onError } = options;
  let step = new AbortController();
  let search = new AbortController();
  let found: FoundTarget | undefined;
  const target = () => found?.element;

  return {
    target,
    enter(current, visit) {
      step = new AbortController();
      awaitAdvance(
        current,
        { ...options, target },
        () => dispatch({ type: "advance", visit }),
        AbortSignal.any([life, step.signal]),
      );
    },
    locate(anchor, visit) {
      search.abort();
      search = new AbortController();
      const scope = AbortSignal.any([life, search.signal]);
      const onLost = () => {
        found = undefined;
        dispatch({ type: "lost", visit });
      };
      const onFound = (hit: FoundTarget) => {
        found = hit;
        guard(hit, locator, page, onLost, scope);
        dispatch({ type: "found", visit });
        if (!options.opensOnFocus) return;
        const onFocus = (type: "open" | "fold") => dispatch({ type, visit });
        watchFocus(hit.element, onFocus, scope);
      };
      const onMissing = (reason: string) => dispatch({ type: "missing", visit, reason });
      seek(anchor, locator, page, { onFound, onMissing, onError }, scope);
    },
    leave() {
      step.abort();
      search.abort();
      found = undefined;
    },
  };
}
