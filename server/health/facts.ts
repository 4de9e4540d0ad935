import type { AccountGoal, Champion, TouchModel } from "../../lib/model/account-value.ts";
import type { TouchKind, TouchState } from "../../lib/model/touch.ts";
import type { Entitlement } from "../../lib/signal/world.ts";

/** Uses of a feature by the people of an account on one UTC day, whole days since 1970-01-01. */
export interface AccountDay {
  day: number;
  feature: string;
  uses: number;
}

/** All that health and risk of an account are worked out from. Days of the calendar are "YYYY-MM-DD", moments epoch ms. */
export interface AccountFacts {
  plan: string | null;
  touchModel: TouchModel | null;
  stage: string | null;
  stageSince: string | null;
  seats: number | null;
  renewal: string | null;
  champions: readonly Champion[];
  goals: readonly AccountGoal[];
  /** Attributes of the workspace's own, with the moment each was said. */
  attributes: ReadonlyMap<string, { value: unknown; at: number }>;
  /** When somebody of it was first seen in the app; null: never, so nothing is known of its use. */
  firstSeen: number | null;
  /** Users known, and of them those seen in the last 28 days. */
  users: number;
  activeUsers: number;
  days: readonly AccountDay[];
  /** People of whom something is known of a signal, and those for whom it holds. */
  signals: ReadonlyMap<string, { known: number; holding: number }>;
  /** Of the last 400 days. */
  touches: readonly { kind: TouchKind; state: TouchState; at: number }[];
}

/** What all accounts of a workspace have in common. */
export interface HealthWorld {
  /** epoch ms */
  now: number;
  /** Published features. */
  features: readonly Entitlement[];
  /** Days expected of each stage of the journey; null: as long as it likes. */
  stages: ReadonlyMap<string, number | null>;
}
