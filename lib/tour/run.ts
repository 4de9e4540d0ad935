import type { GuideAction } from "../model/event.ts";
import type { Answer } from "../model/question.ts";

/** Where a run stands. `visit` counts entered steps; it tells a late answer of a former step from a present one. */
export type Run = Locating | Shown | Over;

export interface Locating {
  phase: "locating";
  at: number;
  visit: number;
  /** Steps on the way here, by index: where Back leads. */
  way: readonly number[];
  /** The step was on screen before and lost its target. */
  seen: boolean;
  /** Why nothing was found so far; the search goes on. */
  missing: string | null;
  /** How many equals there are between which nothing decides, if that is why; else 0. */
  several: number;
}

export interface Shown {
  phase: "shown";
  at: number;
  visit: number;
  /** Steps on the way here, by index: where Back leads. */
  way: readonly number[];
  /** The target is there and is pointed at. */
  pointing: boolean;
  /** False while the person is asked whether the likely element is the right one. */
  sure: boolean;
  /** Among how many the person chooses, and nothing is pointed at; else 0. */
  choices: number;
  /** Why the target cannot be used right now. */
  obstacle: Obstacle | null;
  /** Its text is there, and not only the place where it can be opened. */
  open: boolean;
  /** The person has had it before their eyes, and it was reported. */
  seen: boolean;
  /** Of a checklist: the items that are done, by id. */
  ticked: readonly string[];
  /** All of them are, and that was reported. */
  finished: boolean;
}

export type Obstacle = "covered" | "disabled";

export interface Over {
  phase: "over";
  outcome: "snoozed" | "completed" | "dismissed" | "target_missing";
}

/** What happens to a run. One `advance` for mouse, keys and results. */
export type Action =
  | { type: "found"; visit: number; choices?: number }
  /** Much speaks for an element, not enough: the person is asked. */
  | { type: "likely"; visit: number; choices?: number }
  | { type: "confirm"; visit: number }
  | { type: "deny"; visit: number }
  | { type: "obstacle"; visit: number; obstacle: Obstacle | null }
  /**
   * Looked for long enough; `reason` says in words what was there instead, `several` how many equals. Said again
   * when that has changed.
   */
  | { type: "missing"; visit: number; reason: string; several?: number }
  /** The target left the page, hid, or became something else. */
  | { type: "lost"; visit: number }
  /** The step is on screen. */
  | { type: "painted"; visit: number }
  | { type: "advance"; visit: number }
  /** The answer to the step's question; it leads on. */
  | { type: "answer"; visit: number; answer: Answer }
  | { type: "back"; visit: number }
  /** The person opens what is there on demand, or folds it again. */
  | { type: "open"; visit: number }
  | { type: "fold"; visit: number }
  /** Items of a checklist whose condition holds, by id. */
  | { type: "items"; done: readonly string[] }
  /** The person wants another guide. */
  | { type: "start"; guide: string }
  /** Not now, which is not never. */
  | { type: "snooze" }
  | { type: "dismiss" }
  /** The extension ends the run at the person's wish. */
  | { type: "stop" }
  | { type: "fail"; reason: string };

export interface Report {
  action: GuideAction;
  guide: string;
  version: number;
  step?: string;
  reason?: string;
  answer?: Answer;
}

/** What the surroundings have to do, in order. */
export type Effect =
  | { type: "report"; event: Report }
  | { type: "locate"; at: number; visit: number }
  | { type: "show"; at: number; visit: number }
  | { type: "start"; guide: string }
  | { type: "close" };

export interface Outcome {
  run: Run;
  effects: Effect[];
}
