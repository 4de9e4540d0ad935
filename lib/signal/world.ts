import type { SignalDetail, SignalScalar } from "../model/signal-value.ts";
import type { DayUse } from "./day.ts";
import type { Fulfilment } from "./leaf.ts";

/** A feature and who is entitled to it. */
export interface Entitlement {
  id: string;
  group?: string | undefined;
  plans?: readonly string[] | undefined;
}

/** Something that a person ran into. */
export interface FrictionUse {
  /** Epoch ms. */
  ts: number;
  id: string;
  what: string;
}

/** Somebody met the guide's experiment. */
export interface MetArm {
  arm: "guide" | "holdout";
  at: number;
}

/** What a signal is worked out from: the day counts of one person, what was matched, and the moment it is asked. */
export interface World {
  /** Epoch ms. */
  now: number;
  /** In any order; each feature and day once. */
  days: readonly DayUse[];
  /** Published features. */
  features: readonly Entitlement[];
  /** The account attribute `plan`; null: not known. */
  plan: string | null;
}

/** What a kind says of a person. */
export interface Reading {
  value: SignalScalar;
  /** When it became what it is, epoch ms; null: nothing has ever happened, or the value is null. */
  since: number | null;
  evidence: string[];
  detail: SignalDetail;
  /** When time alone may change it, epoch ms, after `now`; null: never. */
  due: number | null;
}

/** What made a milestone true, by the id under which it is kept; null: nothing yet. */
export type Reached = Fulfilment | null;

/** Whether a person may use a feature. An unknown plan counts as entitled, and so does an unpublished feature. */
export function isEntitled(feature: Entitlement | undefined, plan: string | null): boolean {
  return plan === null || !feature?.plans || feature.plans.includes(plan);
}
