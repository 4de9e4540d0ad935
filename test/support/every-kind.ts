import type { SignalDefinition } from "../../lib/model/signal.ts";

const used = (feature: string) => ({ type: "used" as const, feature });
const sequence = {
  type: "sequence" as const,
  sequence: { steps: [{ feature: "a", times: 2 }, { feature: "b" }], within: "2d" },
};
const named = (id: string) => ({ id, name: id });

/** One of each kind, of the features a, b and c, quick to change. */
export const EVERY_KIND: SignalDefinition[] = [
  { ...named("live"), kind: "milestone", when: sequence, role: "activation" },
  {
    ...named("quiet"),
    kind: "milestone",
    when: { type: "absent", feature: "b", after: "a", for: "30h" },
  },
  {
    ...named("adopted"),
    kind: "adoption",
    feature: "a",
    adopted: { times: 3, days: 2, within: "4d" },
    habitual: { days: 3, within: "5d" },
  },
  { ...named("breadth"), kind: "usage", within: "3d" },
  { ...named("active"), kind: "active-days" },
  { ...named("stays"), kind: "retention", period: "day" },
  {
    ...named("begins"),
    kind: "onboarding",
    stages: [
      { ...named("first"), when: used("a") },
      { ...named("then"), when: sequence },
    ],
    stuckAfter: "20h",
  },
  { ...named("less"), kind: "drop", baseline: 1 },
  { ...named("angry"), kind: "frustration", what: ["error"], times: 2, within: "9h" },
  { ...named("helped"), kind: "outcome", guide: "tour", goal: "live", within: "3d" },
];
