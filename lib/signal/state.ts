import type { Position } from "../sequence/event.ts";
import type { Fulfilment, LeafState } from "./leaf.ts";

/** All that is kept of a signal between events. JSON, bounded by the definition. */
export interface SignalState {
  /** Version of the definition it belongs to. */
  version: number;
  /** The last event that was evaluated; it stands still once the signal is true. */
  last: Position | null;
  /** From left to right; empty once the signal is true. */
  leaves: LeafState[];
  fulfilled: Fulfilment | null;
  /** Of a sequence: when each place was filled for the first time, epoch ms, as far as anybody got. */
  reached?: number[];
  /** It was worked out when nothing from before this moment, epoch ms, was there any more, but something had been. */
  from?: number;
}
