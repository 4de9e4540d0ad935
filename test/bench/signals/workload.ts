import type { SignalCondition } from "../../../lib/model/signal.ts";
import type { OrderedEvent } from "../../../lib/sequence/event.ts";
import type { Kept } from "../../../lib/signal/kept.ts";
import { createRandom } from "../ratio.ts";

const FEATURES = 200;
const START = 1_700_000_000_000;
const STEP_MS = 30_000;

const featureOf = (n: number) => `feature-${n % FEATURES}`;

/** The last of the sequences' steps, which nobody takes. */
const NEVER = "never";

/** The events from `from` on, of somebody who uses every feature, in no order; the same ones each time. */
export function eventsFrom(from: number, count: number): OrderedEvent[] {
  return Array.from({ length: count }, (_, at): OrderedEvent => {
    const seq = from + at;
    const feature = featureOf(Math.floor(createRandom(seq)() * FEATURES));
    return { id: `event-${seq}`, ts: START + seq * STEP_MS, boot: "b", seq, feature };
  });
}

/**
 * Half of them counts, half sequences with a breaking step, spread over the features. None ever becomes true, because
 * one that is true costs nothing more: they are the most expensive that so many rules can be.
 */
export function rules(count: number): Kept[] {
  return Array.from({ length: count }, (_, n): Kept => {
    const body = { id: `rule-${n}`, name: `Rule ${n}`, kind: "milestone" as const };
    return { version: 1, body: { ...body, when: conditionOf(n) } };
  });
}

function conditionOf(n: number): SignalCondition {
  if (n % 2 === 0) return { type: "used", feature: featureOf(n), times: 20, within: "1h" };
  const steps = [featureOf(n), featureOf(n + 3), featureOf(n + 5), NEVER];
  return {
    type: "sequence",
    sequence: {
      steps: steps.map((feature) => ({ feature })),
      within: "7d",
      without: [featureOf(n + 7)],
    },
  };
}
