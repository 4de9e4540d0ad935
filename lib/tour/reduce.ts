import type { GuideAction } from "../model/event.ts";
import type { Answer } from "../model/question.ts";
import { stepAfter } from "./answer.ts";
import type { Plan } from "./plan.ts";
import type { Action, Effect, Locating, Outcome, Over, Run, Shown } from "./run.ts";

/** Longest reason that an event carries. */
const REASON_LIMIT = 100;

/** Begins a run at a step; an unknown one means the first. A resumed run was reported as started before. */
export function begin(plan: Plan, step: string, resumed: boolean): Outcome {
  const known = plan.steps.findIndex(({ id }) => id === step);
  const at = Math.max(0, known);
  const entered = enter(plan, at, 1);
  if (resumed) return entered;
  const effects = [report(plan, "started", at), ...entered.effects];
  return { run: entered.run, effects };
}

/** The next state of a run and what it causes. Anything that makes no sense where the run stands changes nothing. */
export function reduce(plan: Plan, run: Run, action: Action): Outcome {
  const same = { run, effects: [] };
  if (run.phase === "over") return same;
  if ("visit" in action && action.visit !== run.visit) return same;
  switch (action.type) {
    case "found":
      return found(plan, run) ?? same;
    case "missing":
      return run.phase === "locating" && run.missing === null
        ? missing(plan, run, action.reason)
        : same;
    case "lost":
      return run.phase === "shown" && run.pointing ? lost(run) : same;
    case "painted":
      return run.phase === "shown" && run.open && !run.seen
        ? { run: { ...run, seen: true }, effects: [report(plan, "step_shown", run.at)] }
        : same;
    case "advance":
      return advance(plan, run, run.at + 1);
    case "answer":
      return run.phase === "shown" ? answered(plan, run, action.answer) : same;
    case "back":
      return canGoBack(plan, run) ? enter(plan, run.at - 1, run.visit + 1) : same;
    case "open":
      return run.phase === "shown" && !run.open
        ? show(plan, run, run.pointing, run.seen, true)
        : same;
    case "fold":
      return run.phase === "shown" && run.open && plan.steps[run.at]?.onDemand
        ? { run: { ...run, open: false }, effects: [] }
        : same;
    case "snooze":
      return plan.serial ? end(plan, run, "snoozed") : same;
    case "dismiss":
      return dismiss(plan, run);
    case "stop":
      return dismiss(plan, run, "stopped from the extension");
    case "fail":
      return end(plan, run, "target_missing", `end: error: ${action.reason}`);
  }
}

/** Back leads only to steps that changed nothing in the page. */
export function canGoBack(plan: Plan, run: Locating | Shown): boolean {
  return plan.reversible && plan.steps[run.at - 1]?.advance === "next";
}

function enter(plan: Plan, at: number, visit: number): Outcome {
  if (plan.steps[at]?.anchored) {
    const run: Locating = { phase: "locating", at, visit, seen: false, missing: null };
    return { run, effects: [{ type: "locate", at, visit }] };
  }
  return show(plan, { at, visit }, false, false);
}

function show(
  plan: Plan,
  { at, visit }: Pick<Shown, "at" | "visit">,
  pointing: boolean,
  seen: boolean,
  open = !plan.steps[at]?.onDemand,
): Outcome {
  const run: Shown = { phase: "shown", at, visit, pointing, open, seen };
  return { run, effects: [{ type: "show", at, visit } satisfies Effect] };
}

function found(plan: Plan, run: Locating | Shown): Outcome | undefined {
  if (run.phase === "locating") return show(plan, run, true, run.seen);
  if (run.pointing || !plan.steps[run.at]?.anchored) return undefined;
  return show(plan, run, true, run.seen);
}

function missing(plan: Plan, run: Locating, why: string): Outcome {
  switch (plan.steps[run.at]?.onMissing) {
    case "skip": {
      if (run.at + 1 === plan.steps.length) {
        return end(plan, run, "target_missing", `end: last step skipped: ${why}`);
      }
      const skipped = report(plan, "target_missing", run.at, { reason: `skipped: ${why}` });
      const next = enter(plan, run.at + 1, run.visit + 1);
      return { run: next.run, effects: [skipped, ...next.effects] };
    }
    case "show-without-arrow": {
      const without = report(plan, "target_missing", run.at, {
        reason: `shown without arrow: ${why}`,
      });
      const shown = show(plan, run, false, run.seen);
      return { run: shown.run, effects: [without, ...shown.effects] };
    }
    case "end":
      return end(plan, run, "target_missing", `end: ${why}`);
    default:
      return {
        run: { ...run, missing: why },
        effects: [report(plan, "target_missing", run.at, { reason: `waiting: ${why}` })],
      };
  }
}

function lost({ at, visit, seen }: Shown): Outcome {
  const run: Locating = { phase: "locating", at, visit, seen, missing: null };
  return { run, effects: [{ type: "locate", at, visit }] };
}

function answered(plan: Plan, run: Shown, answer: Answer): Outcome {
  const { run: next, effects } = advance(plan, run, stepAfter(plan.steps, run.at, answer));
  return { run: next, effects: [report(plan, "answered", run.at, { answer }), ...effects] };
}

function advance(plan: Plan, run: Locating | Shown, to: number): Outcome {
  const done = report(plan, "step_completed", run.at, run.seen ? {} : { reason: "already done" });
  if (to >= plan.steps.length) {
    const ended = end(plan, run, "completed");
    return { run: ended.run, effects: [done, ...ended.effects] };
  }
  const next = enter(plan, to, run.visit + 1);
  return { run: next.run, effects: [done, ...next.effects] };
}

/** Closing what waits for its target is no verdict of the person on the guide. */
function dismiss(plan: Plan, run: Locating | Shown, reason?: string): Outcome {
  if (run.phase === "shown" || (run.seen && run.missing === null)) {
    return end(plan, run, "dismissed", reason);
  }
  const why = run.missing ?? "its target was not found yet";
  return end(plan, run, "target_missing", `end: closed while waiting: ${why}`);
}

function end(
  plan: Plan,
  { at }: Locating | Shown,
  outcome: Over["outcome"],
  reason?: string,
): Outcome {
  return {
    run: { phase: "over", outcome },
    effects: [report(plan, outcome, at, { reason }), { type: "close" }],
  };
}

function report(
  plan: Plan,
  action: GuideAction,
  at: number,
  said: { reason?: string | undefined; answer?: Answer } = {},
): Effect {
  const step = plan.steps[at]?.id;
  const { reason, answer } = said;
  return {
    type: "report",
    event: {
      action,
      guide: plan.guide,
      version: plan.version,
      ...(step !== undefined && { step }),
      ...(reason !== undefined && { reason: reason.slice(0, REASON_LIMIT) }),
      ...(answer && { answer }),
    },
  };
}
