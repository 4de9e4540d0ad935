import * as z from "zod/mini";
import type { Friction } from "../model/friction.ts";
import { Id, type Localized } from "../model/primitives.ts";
import type { SignalDefinition } from "../model/signal.ts";
import type { SignalDetail, SignalScalar } from "../model/signal-value.ts";

/** A part of the protocol: what the signals say of the person who is here. */

export const INSIGHTS = {
  /** All published signals, worked out at this moment. */
  "signals.list": { from: "extension", input: z.strictObject({}) },
  /** The events behind one of them. */
  "signals.evidence": { from: "extension", input: z.strictObject({ signal: Id }) },
} as const;

export interface InsightsOutputs {
  "signals.list": Insights;
  "signals.evidence": Evidence;
}

export interface Insights {
  /** The moment at which they are so, epoch ms. */
  at: number;
  signals: SignalEntry[];
  /** Names of what definitions and events mention, by id. */
  names: {
    features: Record<string, string>;
    guides: Record<string, Localized>;
    signals: Record<string, string>;
  };
  /** How much of the history has been looked through for new definitions, from 0 to 1; null: all of it. */
  computing: number | null;
}

/** A published signal and what it says of the person who is here. */
export interface SignalEntry {
  definition: SignalDefinition;
  version: number;
  value: SignalScalar;
  since: number | null;
  detail: SignalDetail;
  /** How many events stand behind it. */
  evidence: number;
  /** Of a milestone, how far its first unfinished condition is: steps done of steps in all. */
  progress: { done: number; of: number } | null;
  /** Its definition is new, and what was done before is still being looked through. */
  computing: boolean;
  /** Nothing from before this moment, epoch ms, could be counted; null: everything was. */
  from: number | null;
}

/** Newest first, and how many more there were that are not on this device any more. */
export interface Evidence {
  events: EvidenceEntry[];
  gone: number;
}

export type EvidenceEntry = { id: string; at: number } & (
  | { kind: "feature"; feature: string }
  | { kind: "friction"; what: Friction }
  | { kind: "guide"; guide: string }
);
