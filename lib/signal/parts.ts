import type { Milestone, SignalDefinition } from "../model/signal.ts";

/** A milestone of a certain version. */
interface KeptMilestone {
  version: number;
  body: Milestone;
}

/** What the first showing of a guide is to conditions: the use of a feature that nobody can define. */
export function shownFeature(guide: string): string {
  return `?shown ${guide}`;
}

/** Under which id a stage of an onboarding is kept, counted from 0. */
export function stageId(signal: string, stage: number): string {
  return `?stage ${stage} ${signal}`;
}

/** Under which id it is kept that the guide of an outcome was shown. */
export function shownId(signal: string): string {
  return `?shown ${signal}`;
}

/** The milestones that a signal is made of; those with an id of their own are nobody's business but this device's. */
export function partsOf(version: number, definition: SignalDefinition): KeptMilestone[] {
  const { id, name } = definition;
  switch (definition.kind) {
    case "milestone":
      return [{ version, body: definition }];
    case "onboarding":
      return definition.stages.map(({ when }, at) => ({
        version,
        body: { id: stageId(id, at), name, kind: "milestone", when },
      }));
    case "outcome": {
      const when = { type: "used" as const, feature: shownFeature(definition.guide) };
      return [{ version, body: { id: shownId(id), name, kind: "milestone", when } }];
    }
    case "adoption":
    case "usage":
    case "active-days":
    case "retention":
    case "drop":
    case "frustration":
      return [];
  }
}
