import { describe, expect, it } from "vitest";
import { HealthDefinitions, type HealthSettings } from "../../../lib/model/health.ts";
import { DEFAULT_HEALTH } from "../../../lib/model/health-defaults.ts";
import { MEASURE_KINDS } from "../../../lib/model/health-measure.ts";
import { createDefinitionsModel } from "./definitions-model.ts";
import { createHealthClient } from "./health-client.ts";
import { newMeasure } from "./measure-form.tsx";
import { newWatch } from "./watches-form.tsx";

/** A server that keeps what it is told, and refuses what was changed meanwhile. */
function setup() {
  let settings: HealthSettings = {
    revision: 0,
    updatedAt: null,
    updatedBy: null,
    definitions: DEFAULT_HEALTH,
  };
  const client = createHealthClient({ server: "https://x", token: "t" }, async (_input, init) => {
    if (init?.method !== "PUT") return Response.json(settings);
    const expected = new Headers(init.headers).get("if-match");
    if (expected !== `"${settings.revision}"`) {
      return Response.json({ error: { message: "changed" } }, { status: 412 });
    }
    const definitions = JSON.parse(String(init.body));
    settings = { revision: settings.revision + 1, updatedAt: 1, updatedBy: "ann", definitions };
    return Response.json(settings);
  });
  const model = createDefinitionsModel(client);
  return { model, meanwhile: () => (settings = { ...settings, revision: 9 }) };
}

const ids = (definitions: HealthDefinitions | null) => definitions?.profiles.map(({ id }) => id);

describe("the editor of health definitions", () => {
  it("H1: a new segment stands before the last one, which fits everybody", async () => {
    const { model } = setup();
    await model.settings.load();
    model.addProfile("trial", { en: "Trial" });
    expect(ids(model.draft.value)).toEqual(["onboarding", "high-touch", "trial", "everyone"]);
    model.moveProfile(2, -1);
    expect(ids(model.draft.value)).toEqual(["onboarding", "trial", "high-touch", "everyone"]);
    model.removeProfile(0);
    await model.save();
    expect(model.changed.value).toBe(false);
    expect(model.settings.value.value?.revision).toBe(1);
    expect(ids(model.draft.value)).toEqual(["trial", "high-touch", "everyone"]);
    expect(HealthDefinitions.safeParse(model.draft.value).success).toBe(true);
  });

  it("keeps what was typed when somebody else was faster", async () => {
    const { model, meanwhile } = setup();
    await model.settings.load();
    model.removeProfile(0);
    meanwhile();
    await model.save();
    expect(model.problem.value?.code).toBe("changed");
    expect(ids(model.draft.value)).toEqual(["high-touch", "everyone"]);
    model.discard();
    expect(model.changed.value).toBe(false);
  });

  it("Z7: a rule of one's own begins under an id of its own, and is valid once it names its attribute", () => {
    const { watches } = DEFAULT_HEALTH.churn;
    const first = newWatch(watches);
    const second = newWatch([...watches, first]);
    expect(second.id).not.toBe(first.id);
    const { on } = first;
    const named = { ...first, on: { ...on, attribute: "late_days" } };
    const withRule = (watch: object) =>
      HealthDefinitions.safeParse({
        ...DEFAULT_HEALTH,
        churn: { ...DEFAULT_HEALTH.churn, watches: [...watches, watch] },
      }).success;
    expect([withRule(first), withRule(named)]).toEqual([false, true]);
  });

  it("measures begin as valid ones, but for the names they need", () => {
    for (const kind of MEASURE_KINDS) {
      const measure = newMeasure(kind);
      const named = {
        ...measure,
        ...("feature" in measure && { feature: "f" }),
        ...("signal" in measure && { signal: "s" }),
        ...("attribute" in measure && { attribute: "a" }),
      };
      const score = { id: "s", name: { en: "S" }, measures: [named] };
      const profiles = [{ id: "p", name: { en: "P" }, when: {}, scores: [score] }];
      expect(
        HealthDefinitions.safeParse({ ...DEFAULT_HEALTH, profiles }).error,
        kind,
      ).toBeUndefined();
    }
  });
});
