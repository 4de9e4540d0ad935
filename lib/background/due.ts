import { nextDue, settleDue } from "../store/due.ts";
import type { Store } from "../store/schema.ts";
import type { SignalChange } from "../store/signal-values.ts";
import type { Platform } from "./platform.ts";

export interface Due {
  /** Settles what has fallen due, and sets the alarm for what falls due next. */
  look(): Promise<void>;
}

/**
 * Wakes the worker for what time alone decides: one alarm, for the earliest of all. Whoever changes the database in a
 * way that may bring something forward looks again. `onSettled` hears of it when something had fallen due.
 */
export function createDue(
  platform: Platform,
  store: Store,
  onSettled: (changes: SignalChange[]) => Promise<void>,
): Due {
  // Alarms may be gone after a restart, so the first look of a worker sets it whatever it was.
  let set: number | null | undefined;
  return {
    async look() {
      const now = platform.now();
      const changes = await settleDue(store, { version: platform.version, now });
      const next = await nextDue(store);
      if (next !== set) {
        set = next;
        await platform.wakeWhenDue(next);
      }
      if (changes) await onSettled(changes);
    },
  };
}
