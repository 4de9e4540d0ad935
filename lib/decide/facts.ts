import type { Busy } from "../model/busy.ts";
import type { Experiment } from "../model/experiment.ts";
import type { Attributes } from "../model/primitives.ts";
import type { Segment } from "../model/segment.ts";
import type { ElementCondition } from "../model/selector.ts";
import type { Address } from "../model/url-match.ts";
import type { History } from "../signal/history.ts";
import type { BudgetLimits } from "./limits.ts";

/** How far the person is with a guide. */
export interface RunFact {
  status: "running" | "snoozed" | "completed" | "dismissed" | "target_missing";
  /** Last sign of it, epoch ms. */
  updatedAt: number;
  /** When its last run on this device began, epoch ms. */
  startedAt?: number;
  /** Visits in a row in which it did not find an element that it needs. */
  misses?: number;
  /** An earlier run was completed. */
  completedBefore?: boolean | undefined;
}

/** An interrupting guide that was started by itself: an entry of the ledger over all tabs. */
export interface Showing {
  guide: string;
  /** Epoch ms. */
  at: number;
  dismissed: boolean;
}

/** All that a decision depends on, about one person. */
export interface Facts extends History {
  /** Epoch ms. */
  now: number;
  /** Of the page; without it, conditions on the address are left to the page. */
  address?: Address | undefined;
  /** Those that are true. */
  signals: ReadonlySet<string>;
  who: { device: string; user: string | null; account: string | null };
  /** Attributes; empty when nothing is known. */
  user: Attributes;
  account: Attributes;
  segments: ReadonlyMap<string, Segment>;
  experiments: ReadonlyMap<string, Experiment>;
  /** Guides of the budget class "ambient": their runs take no attention. */
  ambient: ReadonlySet<string>;
  /** Guides that their workspace took off the air because targets are missing: since when, epoch ms. */
  paused?: ReadonlyMap<string, number>;
  /** By guide; guides that never started have none. */
  runs: ReadonlyMap<string, RunFact>;
  /** In any order. Starts that the person asked for are not in it. */
  ledger: readonly Showing[];
  /** When the current session began, epoch ms. */
  sessionStart: number;
  /** Whether an element condition holds in the page; undefined, or without it: not known, and left to the page. */
  element?(condition: ElementCondition): boolean | undefined;
  /** The ambient guide that started in this page for the first time; null: none yet. */
  newcomer: string | null;
  /** What the person is in the middle of; null: nothing known. */
  busy: Busy | null;
  /** Default `DEFAULT_LIMITS`. */
  limits?: BudgetLimits;
}
