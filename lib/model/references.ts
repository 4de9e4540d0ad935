import type { Condition } from "./condition.ts";
import type { DocumentBody, DocumentKind } from "./documents.ts";
import type { Step } from "./guide.ts";
import type { Sequence } from "./sequence.ts";

/** One document names another. */
export interface Reference {
  /** Where, such as "steps[2].advance.condition.feature". */
  path: string;
  kind: DocumentKind;
  id: string;
}

type AnyDocument = {
  [K in DocumentKind]: { kind: K; body: DocumentBody<K> };
}[DocumentKind];

/** Every other document that a document needs in order to mean something. */
export function referencesOf(document: AnyDocument): Reference[] {
  switch (document.kind) {
    case "guides":
      return ofGuide(document.body);
    case "signals":
      return ofSignal(document.body);
    case "segments":
      return ofCondition(document.body.when, "when");
    case "features":
    case "experiments":
      return [];
  }
}

function ofGuide(guide: DocumentBody<"guides">): Reference[] {
  return [
    ...ofCondition(guide.trigger.when, "trigger.when"),
    ...ofCondition(guide.audience, "audience"),
    ...one("experiments", guide.experiment, "experiment"),
    ...one("signals", guide.goal, "goal"),
    ...guide.steps.flatMap((step, index) => ofStep(step, `steps[${index}]`)),
  ];
}

function ofSignal(signal: DocumentBody<"signals">): Reference[] {
  switch (signal.kind) {
    case "milestone":
      return ofCondition(signal.when, "when");
    case "onboarding":
      return signal.stages.flatMap(({ when }, index) => ofCondition(when, `stages[${index}].when`));
    case "adoption":
      return one("features", signal.feature, "feature");
    case "drop":
      return (signal.features ?? []).flatMap((id, index) =>
        one("features", id, `features[${index}]`),
      );
    case "outcome":
      return [...one("guides", signal.guide, "guide"), ...one("signals", signal.goal, "goal")];
    case "usage":
    case "active-days":
    case "retention":
    case "frustration":
      return [];
  }
}

function ofStep({ advance, branch = [], actions = [] }: Step, path: string): Reference[] {
  return [
    ...ofCondition(
      advance.on === "until" ? advance.condition : undefined,
      `${path}.advance.condition`,
    ),
    ...branch.flatMap(({ condition }, index) =>
      ofCondition(condition, `${path}.branch[${index}].condition`),
    ),
    ...actions.flatMap((action, index) =>
      action.type === "guide" ? one("guides", action.guide, `${path}.actions[${index}].guide`) : [],
    ),
  ];
}

function one(kind: DocumentKind, id: string | undefined, path: string): Reference[] {
  return id === undefined ? [] : [{ path, kind, id }];
}

function ofCondition(condition: Condition | undefined, path: string): Reference[] {
  switch (condition?.type) {
    case "all":
    case "any":
      return condition.of.flatMap((inner, index) => ofCondition(inner, `${path}.of[${index}]`));
    case "not":
      return ofCondition(condition.of, `${path}.of`);
    case "used":
    case "count":
      return one("features", condition.feature, `${path}.feature`);
    case "absent":
      return [
        ...one("features", condition.feature, `${path}.feature`),
        ...one("features", condition.after, `${path}.after`),
      ];
    case "sequence":
      return ofSequence(condition.sequence, `${path}.sequence`);
    case "signal":
      return one("signals", condition.signal, `${path}.signal`);
    case "segment":
      return one("segments", condition.segment, `${path}.segment`);
    case "guide":
      return one("guides", condition.guide, `${path}.guide`);
    case "attribute":
    case "page":
    case "element":
    case undefined:
      return [];
  }
}

function ofSequence({ steps, without = [] }: Sequence, path: string): Reference[] {
  return [
    ...steps.flatMap(({ feature }, index) =>
      ofFeatures(feature, `${path}.steps[${index}].feature`),
    ),
    ...without.flatMap((entry, index) =>
      typeof entry === "string"
        ? one("features", entry, `${path}.without[${index}]`)
        : ofFeatures(entry.features, `${path}.without[${index}].features`),
    ),
  ];
}

function ofFeatures(features: string | readonly string[], path: string): Reference[] {
  if (typeof features === "string") return one("features", features, path);
  return features.flatMap((id, at) => one("features", id, `${path}[${at}]`));
}
