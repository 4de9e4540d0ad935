import { describe, expect, it } from "vitest";
import { HealthDefinitions } from "./health.ts";
import { DEFAULT_HEALTH } from "./health-defaults.ts";
import { parse } from "./parse.ts";

type Definitions = typeof DEFAULT_HEALTH;

/** What is said about the default definitions after a change. */
function problems(change: (definitions: Definitions) => void): string[] {
  const copy = structuredClone(DEFAULT_HEALTH);
  change(copy);
  const result = parse(HealthDefinitions, copy);
  return result.ok ? [] : result.error.map(({ path, allowed }) => `${path}: ${allowed}`);
}
const last = (definitions: Definitions) => {
  const profile = definitions.profiles.at(-1);
  if (!profile) throw new Error("no segment");
  return profile;
};

describe("health definitions", () => {
  it("those that a workspace begins with are valid", () => {
    expect(problems(() => {})).toEqual([]);
  });

  it("H1: the last segment must fit everybody, and ids differ", () => {
    expect(problems((one) => (last(one).when = { plans: ["pro"] }))).toEqual([
      "profiles[2].when: nothing: the last segment fits all accounts that no other one fits",
    ]);
    expect(problems((one) => (last(one).id = "high-touch"))).toEqual([
      "profiles[2].id: an id of its own",
    ]);
  });

  it("says of a measure what is wrong with it, and where", () => {
    const measures = (one: Definitions) => last(one).scores[2]?.measures ?? [];
    expect(
      problems((one) => (measures(one)[0] = { kind: "contact", weight: 1, good: 30, bad: 30 })),
    ).toEqual(['profiles[2].scores[2].measures[0].bad: more days than "good", which is 30']);
    expect(problems((one) => measures(one).push({ kind: "meetings", weight: 3 }))).toEqual([
      "profiles[2].scores[2].measures[2]: something else: it is measured in entry 1 already",
    ]);
    expect(problems((one) => (measures(one)[1] = { kind: "meetings", weight: 0 }))).toHaveLength(1);
  });

  it("likelihoods and thresholds rise", () => {
    expect(problems((one) => (one.probability.high = 0.1))).toEqual([
      'probability.high: at least "medium", which is 0.2',
    ]);
    expect(problems((one) => (one.churn.drop.high = 0.2))).toEqual([
      'churn.drop.high: at least "medium", which is 0.3',
    ]);
  });
});
