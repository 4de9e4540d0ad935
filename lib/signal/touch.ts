import type { SignalDefinition } from "../model/signal.ts";
import type { SignalValue } from "../model/signal-value.ts";
import { featuresOf } from "./advance.ts";
import { DAY_MS, dayOf } from "./day.ts";
import { isWholeWeekOver } from "./kinds/drop.ts";
import { partsOf } from "./parts.ts";
import type { FrictionUse } from "./world.ts";

/** What new events did to a person's stored facts. */
export interface Touch {
  uses: readonly { feature: string; ts: number }[];
  /** Of some day the first use of a feature is another one now. */
  newDay: boolean;
  /** Milestones and parts that are further than before. */
  parts: ReadonlySet<string>;
  friction: readonly FrictionUse[];
  /** Guides whose experiment was met for the first time. */
  met: ReadonlySet<string>;
}

/**
 * Whether the value may differ after new events: a signal that is not touched says the same value since the same time. What
 * it was made of (`detail`) may lag behind until it is looked at again.
 */
export function isTouched(
  definition: SignalDefinition,
  known: SignalValue | undefined,
  touch: Touch,
  now: number,
): boolean {
  const { uses, newDay, parts, friction, met } = touch;
  if (!known) return true;
  const firstTs = Math.min(...uses.map(({ ts }) => ts));
  const detail = known.detail ?? {};
  switch (definition.kind) {
    case "milestone":
      return parts.has(definition.id) || firstTs < Number(detail.firstSeenAt ?? Number.NaN);
    case "adoption":
      return uses.some(({ feature }) => feature === definition.feature);
    case "usage":
    case "active-days":
      return newDay;
    case "drop":
      return newDay || uses.some(({ ts }) => isWholeWeekOver(dayOf(ts), dayOf(now)));
    case "retention": {
      const length = definition.period === "day" ? DAY_MS : 7 * DAY_MS;
      const firstAt = numberOf(detail.firstAt);
      const current = Math.floor((now - firstAt) / length);
      return (
        firstTs < firstAt || uses.some(({ ts }) => Math.floor((ts - firstAt) / length) < current)
      );
    }
    case "frustration":
      return friction.some(({ what }) => (definition.what as string[]).includes(what));
    case "onboarding": {
      const stages = partsOf(known.version, definition).map(({ body }) => body);
      if (stages.some(({ id }) => parts.has(id))) return true;
      const mentioned = new Set(stages.flatMap((stage) => [...featuresOf(stage)]));
      const startedAt = numberOf(detail.startedAt);
      return uses.some(({ feature, ts }) => mentioned.has(feature) && ts < startedAt);
    }
    case "outcome":
      return (
        parts.has(definition.goal) ||
        met.has(definition.guide) ||
        partsOf(known.version, definition).some(({ body }) => parts.has(body.id))
      );
  }
}

/** A time in a detail; what is not known yet is later than everything. */
function numberOf(value: unknown): number {
  return typeof value === "number" ? value : Number.POSITIVE_INFINITY;
}
