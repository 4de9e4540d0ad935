import type { Bundle } from "../../lib/model/bundle.ts";
import type { StoredEvent } from "../../lib/model/event.ts";
import { recompute } from "../../lib/signal/advance.ts";
import { withFriction } from "../../lib/signal/kinds/frustration.ts";
import { partsOf } from "../../lib/signal/parts.ts";
import { readSignal } from "../../lib/signal/read.ts";
import type { SignalState } from "../../lib/signal/state.ts";
import { addUp } from "../../lib/store/days.ts";
import { toFriction, toOrdered } from "../../lib/store/history.ts";

/** Value and `since` of each signal from all of a person's events, in any order, by nothing but them. */
export function recomputeSignals(
  events: readonly StoredEvent[],
  {
    signals,
    features,
    person,
    now,
  }: Pick<Bundle, "signals" | "features"> & { person: string; now: number },
) {
  const states = new Map<string, SignalState>();
  for (const part of signals.flatMap(({ version, body }) => partsOf(version, body))) {
    const state = recompute(part.body, part.version, events.flatMap(toOrdered), now);
    states.set(part.body.id, state);
  }
  return signals.map(({ version, body }) => {
    const { value, since } = readSignal(body, {
      now,
      days: [...addUp(events, person).values()],
      features: features.map((feature) => feature.body),
      plan: null,
      stateOf: (id) => states.get(id),
      met: () => null,
      friction:
        body.kind === "frustration" ? withFriction(body, [], events.flatMap(toFriction)) : [],
    });
    return { signal: body.id, version, value, since };
  });
}
