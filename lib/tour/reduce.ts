import type { Answer } from "../model/question.ts";
import type { Before } from "./before.ts";
import { type Judge, stepAfter, wayTo } from "./branch.ts";
import { afterwards, tick } from "./checklist.ts";
import type { Plan } from "./plan.ts";
import { report } from "./report.ts";
import type { Action, Effect, Locating, Outcome, Over, Run, Shown } from "./run.ts";

const NOTHING: Before = { done: [], left: null };
const never: Judge = () => false;

/** Begins a run at a step; an unknown one means the first. A resumed run was reported as started before. */
export function begin(
  plan: Plan,
  step: string,
  resumed: boolean,
  { done, left }: Before = NOTHING,
  judge: Judge = never,
): Outcome {
  const known = plan.steps.findIndex(({ id }) => id === step);
  const at = Math.max(0, known);
  const way = wayTo(plan.steps, done, at);
  const { run, effects } = left
    ? lead(plan, { at, visit: 0, way }, stepAfter(plan.steps, at, left.answer, judge))
    : enter(plan, at, 1, way);
  const begun = run.phase === "shown" && plan.list ? { ...run, ticked: [...done] } : run;
  return { run: begun, effects: resumed ? effects : [report(plan, "started", at), ...effects] };
}

/**
 * The next state of a run and what it causes. Anything that makes no sense where the run stands changes nothing.
 * `judge` says what holds now, for branches.
 */
export function reduce(plan: Plan, run: Run, action: Action, judge: Judge = never): Outcome {
  const same = { run, effects: [] };
  if (run.phase === "over") return same;
  if ("visit" in action && action.visit !== run.visit) return same;
  const after = run.phase === "shown" && afterwards(run, action);
  if (after) return after;
  switch (action.type) {
    case "found":
    case "likely":
      return found(plan, run, action.type === "found", action.choices) ?? same;
    case "confirm":
      return isAsking(run) ? show(plan, run, { pointing: true, seen: run.seen }) : same;
    case "deny":
      return isAsking(run) ? denied(plan, run) : same;
    case "obstacle":
      return run.phase === "shown" && run.pointing && run.obstacle !== action.obstacle
        ? { run: { ...run, obstacle: action.obstacle }, effects: [] }
        : same;
    case "missing":
      return run.phase === "locating" ? missing(plan, run, action.reason, action.several) : same;
    case "lost":
      return run.phase === "shown" && run.pointing ? locate(run) : same;
    case "painted":
      return run.phase === "shown" && run.open && run.sure && !run.seen
        ? { run: { ...run, seen: true }, effects: shownOf(plan, run) }
        : same;
    case "advance":
      return plan.list ? same : advance(plan, run, null, judge);
    case "answer":
      return run.phase === "shown" ? answered(plan, run, action.answer, judge) : same;
    case "back":
      return canGoBack(plan, run)
        ? enter(plan, run.way.at(-1) ?? 0, run.visit + 1, run.way.slice(0, -1))
        : same;
    case "open":
      return run.phase === "shown" && !run.open
        ? { run: { ...run, open: true }, effects: [{ type: "show", at: run.at, visit: run.visit }] }
        : same;
    case "items":
      return run.phase === "shown" && plan.list ? tick(plan, run, action.done) : same;
    case "start": {
      const started: Effect = { type: "start", guide: action.guide };
      if (plan.list) return { run, effects: [started] };
      const { run: next, effects } = advance(plan, run, null, judge);
      return { run: next, effects: [...effects, started] };
    }
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

/** Back leads the way that was gone, and only to steps that changed nothing in the page. */
export function canGoBack(plan: Plan, { way }: Locating | Shown): boolean {
  return plan.reversible && plan.steps[way.at(-1) ?? -1]?.advance === "next";
}

/** Who sees a checklist sees all of its items. */
function shownOf(plan: Plan, run: Shown): Effect[] {
  const seen = plan.list ? plan.steps.map((_step, at) => at) : [run.at];
  return seen.map((at) => report(plan, "step_shown", at));
}

function enter(plan: Plan, at: number, visit: number, way: readonly number[]): Outcome {
  if (plan.steps[at]?.anchored) {
    return locate({ at, visit, way, seen: false });
  }
  return show(plan, { at, visit, way }, { pointing: false, seen: false });
}

function locate({
  at,
  visit,
  way,
  seen,
}: Pick<Locating, "at" | "visit" | "way" | "seen">): Outcome {
  const run: Locating = { phase: "locating", at, visit, way, seen, missing: null, several: 0 };
  return { run, effects: [{ type: "locate", at, visit }] };
}

function show(
  plan: Plan,
  { at, visit, way }: Pick<Shown, "at" | "visit" | "way">,
  {
    sure = true,
    open = !plan.steps[at]?.onDemand,
    ...how
  }: Pick<Shown, "pointing" | "seen"> & Partial<Shown>,
): Outcome {
  const still = { choices: 0, obstacle: null, ticked: [], finished: false };
  const run: Shown = { phase: "shown", at, visit, way, sure, open, ...still, ...how };
  return { run, effects: [{ type: "show", at, visit } satisfies Effect] };
}

function found(plan: Plan, run: Locating | Shown, sure: boolean, choices = 0): Outcome | undefined {
  const pointed = run.phase === "shown" && (run.pointing || !plan.steps[run.at]?.anchored);
  return pointed ? undefined : show(plan, run, { pointing: true, seen: run.seen, sure, choices });
}

function isAsking(run: Locating | Shown): boolean {
  return run.phase === "shown" && !run.sure;
}

/** What a person says is another one is as good as missing; the search goes on without it. */
function denied(plan: Plan, { at, visit, way, seen }: Locating | Shown): Outcome {
  const again = locate({ at, visit, way, seen });
  const { run, effects } = missing(plan, again.run as Locating, "the person says it is another");
  const goesOn = run.phase !== "over" && run.visit === visit;
  return { run, effects: goesOn ? [...again.effects, ...effects] : effects };
}

function missing(plan: Plan, run: Locating, why: string, several = 0): Outcome {
  // It was reported, and decided what to do; what the person is told may change.
  if (run.missing !== null) return { run: { ...run, missing: why, several }, effects: [] };
  switch (plan.steps[run.at]?.onMissing) {
    case "skip": {
      if (run.at + 1 === plan.steps.length) {
        return end(plan, run, "target_missing", `end: last step skipped: ${why}`);
      }
      const skipped = report(plan, "target_missing", run.at, { reason: `skipped: ${why}` });
      const next = enter(plan, run.at + 1, run.visit + 1, run.way);
      return { run: next.run, effects: [skipped, ...next.effects] };
    }
    case "show-without-arrow": {
      const without = report(plan, "target_missing", run.at, {
        reason: `shown without arrow: ${why}`,
      });
      const shown = show(plan, run, { pointing: false, seen: run.seen });
      return { run: shown.run, effects: [without, ...shown.effects] };
    }
    case "end":
      return end(plan, run, "target_missing", `end: ${why}`);
    default:
      return {
        run: { ...run, missing: why, several },
        effects: [report(plan, "target_missing", run.at, { reason: `waiting: ${why}` })],
      };
  }
}

function answered(plan: Plan, run: Shown, answer: Answer, judge: Judge): Outcome {
  const { run: next, effects } = advance(plan, run, answer, judge);
  return { run: next, effects: [report(plan, "answered", run.at, { answer }), ...effects] };
}

function advance(plan: Plan, run: Locating | Shown, answer: Answer | null, judge: Judge): Outcome {
  const done = report(plan, "step_completed", run.at, run.seen ? {} : { reason: "already done" });
  const { run: next, effects } = lead(plan, run, stepAfter(plan.steps, run.at, answer, judge));
  return { run: next, effects: [done, ...effects] };
}

/** From a step that is done to the next one, or to the end. */
function lead(plan: Plan, from: Pick<Shown, "at" | "visit" | "way">, to: number): Outcome {
  if (to >= plan.steps.length) return end(plan, from, "completed");
  return enter(plan, to, from.visit + 1, [...from.way, from.at]);
}

/** Closing what waits for its target is no verdict of the person on the guide. */
function dismiss(plan: Plan, run: Locating | Shown, reason?: string): Outcome {
  const why = whyMissing(run);
  if (why === null) return end(plan, run, "dismissed", reason);
  return end(plan, run, "target_missing", `end: closed while waiting: ${why}`);
}

function whyMissing(run: Locating | Shown): string | null {
  if (isAsking(run)) return "a likely target was not confirmed";
  if (run.phase === "shown" || (run.seen && run.missing === null)) return null;
  return run.missing ?? "its target was not found yet";
}

function end(
  plan: Plan,
  { at }: Pick<Shown, "at">,
  outcome: Over["outcome"],
  reason?: string,
): Outcome {
  return {
    run: { phase: "over", outcome },
    effects: [report(plan, outcome, at, { reason }), { type: "close" }],
  };
}
