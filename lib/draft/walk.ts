import type { Guide } from "../model/guide.ts";
import type { PreviewReport } from "../model/preview-news.ts";
import type { TargetOutcome } from "../model/target.ts";

/** What a preview reported, and when it was heard, epoch ms. */
export interface Heard {
  at: number;
  report: PreviewReport;
}

/** How it went with a step of a guide that somebody walked through. */
export interface WalkedStep {
  step: string;
  /** `without`: it was shown and pointed at nothing. `left`: the walk went on without it. */
  state: "ahead" | "searching" | "shown" | "without" | "done" | "skipped" | "missing" | "left";
  /** What became of the search for its element; null: it has none, or was not looked for. */
  outcome: TargetOutcome | null;
  /** From when it was shown to when it gave way. */
  ms: number | null;
  /** What was there instead, in the words of the search. */
  reason: string | null;
}

export interface Walk {
  steps: WalkedStep[];
  /** Null: it is under way, or has not begun. */
  end: "completed" | "dismissed" | "snoozed" | "missing" | null;
  /** Of the step that is on screen or looked for. */
  at: string | null;
}

const ENDS: Partial<Record<PreviewReport["action"], Walk["end"]>> = {
  completed: "completed",
  dismissed: "dismissed",
  snoozed: "snoozed",
};

/** The result of a walk, step by step, from what was reported in its order: Y8 of docs/spec/preview.md. */
export function walkOf(guide: Guide, heard: readonly Heard[]): Walk {
  const steps = new Map(guide.steps.map(({ id }): [string, WalkedStep] => [id, ahead(id)]));
  const shownAt = new Map<string, number>();
  let end: Walk["end"] = null;
  let at: string | null = null;
  for (const { at: when, report } of heard) {
    const { action, step = "", reason = null, target } = report;
    const known = steps.get(step);
    const outcome = target?.outcome ?? known?.outcome ?? null;
    const note = (state: WalkedStep["state"], more: Partial<WalkedStep> = {}) => {
      if (known) steps.set(step, { ...known, outcome, state, ...more });
    };
    end = ENDS[action] ?? end;
    switch (action) {
      case "started":
        at = step || null;
        note("searching");
        break;
      case "step_shown":
        at = step;
        if (!shownAt.has(step)) shownAt.set(step, when);
        if (known?.state !== "done") note(known?.state === "without" ? "without" : "shown");
        break;
      case "answered":
      case "step_completed": {
        const since = shownAt.get(step);
        note("done", { ms: since === undefined ? null : when - since, reason: null });
        break;
      }
      case "target_missing": {
        at = step || at;
        const [how] = reason?.split(":") ?? [];
        if (how === "end") end = "missing";
        // Who went back to a step that is gone by now has done it all the same.
        else if (known?.state === "done") break;
        note(STATES[how ?? ""] ?? "searching", {
          reason: reason?.replace(/^[^:]*: ?/, "") ?? null,
        });
      }
    }
  }
  return { steps: [...steps.values()].map((one) => settled(one, end)), end, at: end ? null : at };
}

const STATES: Record<string, WalkedStep["state"]> = {
  skipped: "skipped",
  "shown without arrow": "without",
  end: "missing",
};

function ahead(step: string): WalkedStep {
  return { step, state: "ahead", outcome: null, ms: null, reason: null };
}

/** What was still there at the end was not got through. */
function settled(walked: WalkedStep, end: Walk["end"]): WalkedStep {
  const { state } = walked;
  if (!end) return walked;
  if (state === "shown" || state === "without")
    return end === "completed" ? walked : { ...walked, state: "left" };
  return state === "searching" ? { ...walked, state: "missing" } : walked;
}
