import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Feature } from "./feature.ts";
import { explain, parse } from "./parse.ts";
import { referencesOf } from "./references.ts";
import { SignalDefinition } from "./signal.ts";
import { SignalKind, SignalValue } from "./signal-value.ts";

const used = (feature: string) => ({ type: "used" as const, feature });
const named = { id: "it", name: "It" };

const EXAMPLES: Record<SignalKind, object> = {
  milestone: { when: used("deploy"), role: "activation" },
  adoption: {
    feature: "deploy",
    adopted: { times: 3, days: 2, within: "28d" },
    habitual: { days: 8, within: "4w" },
  },
  usage: { group: "Editor", within: "28d" },
  "active-days": {},
  retention: { period: "week" },
  onboarding: {
    stages: [
      { id: "build", name: "Build", when: used("add-node") },
      { id: "run", name: "Run", when: { type: "any", of: [used("deploy"), used("inject")] } },
    ],
    stuckAfter: "2d",
  },
  drop: { features: ["deploy"], medium: 0.3, high: 0.5, baseline: 10 },
  frustration: { what: ["rage_click", "error"], times: 3, within: "10m" },
  outcome: { guide: "first-flow", goal: "deployed", within: "7d" },
};

const problems = (input: object) => {
  const result = parse(SignalDefinition, { ...named, ...input });
  return result.ok ? "" : explain(result.error);
};

describe("signal definitions", () => {
  it.each(SignalKind.options)("a %s reads as it was written", (kind) => {
    const input = { ...named, kind, ...EXAMPLES[kind] };
    expect(parse(SignalDefinition, input)).toEqual({ ok: true, value: input });
  });

  it("every kind has a definition and a JSON Schema", () => {
    const kinds = SignalDefinition.def.options.map((option) => z.toJSONSchema(option));
    expect(kinds.map(({ properties }) => (properties?.kind as { const: string }).const)).toEqual(
      SignalKind.options,
    );
  });

  it.each<[string, object, string]>([
    ["an unknown kind", { kind: "mood" }, 'kind: found "mood", allowed is "milestone" or "ado'],
    [
      "a window that is no whole days",
      { kind: "usage", within: "36h" },
      'within: found "36h", allowed is a whole number of days or weeks, such as "28d" or "4w"',
    ],
    [
      "thresholds the wrong way round",
      { kind: "drop", medium: 0.6 },
      'medium: found 0.6, allowed is no more than "high"',
    ],
    ["a share of more than all", { kind: "drop", high: 1.5 }, "high: found 1.5, allowed is at mo"],
    [
      "two stages of one name",
      { ...EXAMPLES.onboarding, kind: "onboarding", stages: [0, 1].map(() => stage("a")) },
      "allowed is stages with different ids",
    ],
    [
      "a stage that sounds like the end",
      { ...EXAMPLES.onboarding, kind: "onboarding", stages: [stage("done")] },
      'allowed is stages with ids other than "done"',
    ],
    [
      "friction nobody watches for",
      { ...EXAMPLES.frustration, kind: "frustration", what: ["sigh"] },
      'what[0]: found "sigh", allowed is "rage_click"',
    ],
  ])("says what is wrong with %s", (_what, input, expected) => {
    expect(problems(input)).toContain(expected);
  });

  it("a feature may belong to plans", () => {
    const feature = { ...named, rules: [{ on: "click", selector: "#a" }], plans: ["pro", "team"] };
    expect(parse(Feature, feature).ok).toBe(true);
    expect(parse(Feature, { ...feature, plans: [] }).ok).toBe(false);
  });

  it("tells which other documents each kind needs", () => {
    const paths = SignalKind.options.map((kind) => {
      const body = { ...named, kind, ...EXAMPLES[kind] } as SignalDefinition;
      return [kind, referencesOf({ kind: "signals", body }).map(({ path, id }) => `${path} ${id}`)];
    });
    expect(Object.fromEntries(paths)).toEqual({
      milestone: ["when.feature deploy"],
      adoption: ["feature deploy"],
      usage: [],
      "active-days": [],
      retention: [],
      onboarding: [
        "stages[0].when.feature add-node",
        "stages[1].when.of[0].feature deploy",
        "stages[1].when.of[1].feature inject",
      ],
      drop: ["features[0] deploy"],
      frustration: [],
      outcome: ["guide first-flow", "goal deployed"],
    });
  });
});

describe("signal values", () => {
  const value = { signal: "it", version: 1, kind: "drop", value: null, since: null, evidence: [] };

  it("a detail is flat and bounded", () => {
    const detail = { weeks: [1, 2], baseline: 12.5, at: null, of: "1101", stuck: false };
    expect(parse(SignalValue, { ...value, detail }).ok).toBe(true);
    for (const bad of [
      { deep: { er: 1 } },
      { list: Array(129).fill(0) },
      { text: "x".repeat(257) },
      Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`f${n}`, n])),
    ]) {
      expect(parse(SignalValue, { ...value, detail: bad }).ok).toBe(false);
    }
  });
});

function stage(id: string) {
  return { id, name: "S", when: used("a") };
}
