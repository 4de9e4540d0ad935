import type { SignalDefinition } from "../model/signal.ts";
import { featuresOf } from "./advance.ts";
import { type DayUse, least } from "./day.ts";
import { readActiveDays } from "./kinds/active-days.ts";
import { readAdoption } from "./kinds/adoption.ts";
import { readDrop } from "./kinds/drop.ts";
import { readFrustration } from "./kinds/frustration.ts";
import { readMilestone } from "./kinds/milestone.ts";
import { readOnboarding } from "./kinds/onboarding.ts";
import { readOutcome } from "./kinds/outcome.ts";
import { readRetention } from "./kinds/retention.ts";
import { readUsage } from "./kinds/usage.ts";
import { partsOf, shownId, stageId } from "./parts.ts";
import type { SignalState } from "./state.ts";
import type { FrictionUse, MetArm, Reached, Reading, World } from "./world.ts";

/** All that any kind of signal is worked out from. */
export interface SignalFacts extends World {
  /** The state of a milestone or of a part (`partsOf`), of the definition that is in force. */
  stateOf(id: string): SignalState | undefined;
  /** What this signal has kept of friction (`withFriction`). */
  friction: readonly FrictionUse[];
  /** The first time that the guide's experiment was met. */
  met(guide: string): MetArm | null;
}

/** What a signal says of a person: a function of its definition, what they did, the moment and their account. */
export function readSignal(definition: SignalDefinition, facts: SignalFacts): Reading {
  // A clock that was ahead dates uses in the future; they count from then on.
  const days = facts.days.filter(({ first }) => first <= facts.now);
  const ahead = facts.days.flatMap(({ first }) => (first > facts.now ? [first] : []));
  const reading = readKind(definition, { ...facts, days });
  const due = Math.min(reading.due ?? Number.POSITIVE_INFINITY, least(ahead));
  return { ...reading, due: Number.isFinite(due) ? due : null };
}

function readKind(definition: SignalDefinition, facts: SignalFacts): Reading {
  const reached = (id: string): Reached => facts.stateOf(id)?.fulfilled ?? null;
  const { id } = definition;
  switch (definition.kind) {
    case "milestone":
      return readMilestone(definition, facts.stateOf(id), firstOf(facts.days)?.first ?? null);
    case "adoption":
      return readAdoption(definition, facts);
    case "usage":
      return readUsage(definition, facts);
    case "active-days":
      return readActiveDays(facts);
    case "retention":
      return readRetention(definition, facts);
    case "drop":
      return readDrop(definition, facts);
    case "frustration":
      return readFrustration(definition, facts.friction, facts.now);
    case "onboarding": {
      const mentioned = new Set(
        partsOf(0, definition).flatMap(({ body }) => [...featuresOf(body)]),
      );
      const first = firstOf(facts.days.filter(({ feature }) => mentioned.has(feature)));
      const evidence = first?.firstId ? [first.firstId] : [];
      return readOnboarding(
        definition,
        {
          started: first ? { since: first.first, evidence } : null,
          finished: definition.stages.map((_, stage) => reached(stageId(id, stage))),
        },
        facts.now,
      );
    }
    case "outcome":
      return readOutcome(
        definition,
        {
          shown: reached(shownId(id)),
          met: facts.met(definition.guide),
          goal: reached(definition.goal),
        },
        facts.now,
      );
  }
}

function firstOf(days: readonly DayUse[]): DayUse | undefined {
  return days.reduce<DayUse | undefined>(
    (first, use) => (first && first.first <= use.first ? first : use),
    undefined,
  );
}
