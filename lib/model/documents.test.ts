import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { DOCUMENTS, readDocument } from "./documents.ts";
import { GUIDE_FORMAT, Guide, GuideKind } from "./guide.ts";
import { explain } from "./parse.ts";
import { referencesOf } from "./references.ts";

const FOLDER = new URL("../../test/fixtures/guides/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

describe("documents", () => {
  it("there is one example for each format of guides, and each reads as one of the newest", () => {
    const names = readdirSync(FOLDER).filter((name) => name.startsWith("format-"));
    const expected = Array.from({ length: GUIDE_FORMAT }, (_, i) => `format-${i + 1}.json`);
    expect(names.sort()).toEqual(expected.sort());
    for (const name of names) {
      const result = readDocument("guides", read(name));
      expect(result.ok ? "" : explain(result.error), name).toBe("");
      if (result.ok) expect(result.value.format).toBe(GUIDE_FORMAT);
    }
  });

  it("there is one example for each kind of guide", () => {
    for (const kind of GuideKind.options) {
      const result = readDocument(
        "guides",
        kind === "tour" ? read("format-1.json") : read(`kind-${kind}.json`),
      );
      expect(result.ok ? result.value.kind : explain(result.error)).toBe(kind);
    }
  });

  it("the examples use every field that a guide and a step may have", () => {
    const guide = read(`format-${GUIDE_FORMAT}.json`);
    const used = (value: object) => Object.keys(value).sort();
    const { properties } = z.toJSONSchema(Guide);
    expect(used(guide)).toEqual(used(properties ?? {}));
    const steps = z.toJSONSchema(Guide.shape.steps).items as { properties: object };
    const examples = readdirSync(FOLDER).flatMap((name): object[] => read(name).steps);
    expect(used(Object.assign({}, ...examples))).toEqual(used(steps.properties));
  });

  it("every kind has a JSON Schema, recursive ones too", () => {
    for (const schema of Object.values(DOCUMENTS)) {
      const json = z.toJSONSchema(schema);
      for (const one of json.oneOf ?? [json]) {
        expect(one).toMatchObject({ type: "object", additionalProperties: false });
      }
    }
  });

  it("a kind without formats is read as it is", () => {
    const experiment = { id: "e", name: "E", seed: "s", unit: "user", coverage: 1, holdout: 0.1 };
    expect(readDocument("experiments", experiment)).toEqual({ ok: true, value: experiment });
    expect(readDocument("experiments", { ...experiment, holdout: 2 }).ok).toBe(false);
  });

  it("tells which other documents a guide needs, and where it names them", () => {
    const guide = readDocument("guides", read("format-1.json"));
    if (!guide.ok) throw new Error(explain(guide.error));
    const sequence = "audience.of[3].sequence";
    expect(referencesOf({ kind: "guides", body: guide.value })).toEqual([
      { path: "trigger.when.of[1].of.signal", kind: "signals", id: "first-flow-deployed" },
      { path: "audience.of[0].segment", kind: "segments", id: "newcomers" },
      { path: `${sequence}.steps[0].feature[0]`, kind: "features", id: "import" },
      { path: `${sequence}.steps[0].feature[1]`, kind: "features", id: "paste" },
      { path: `${sequence}.steps[1].feature`, kind: "features", id: "add-node" },
      { path: `${sequence}.without[0]`, kind: "features", id: "undo" },
      { path: "experiment", kind: "experiments", id: "first-flow-holdout" },
      { path: "goal", kind: "signals", id: "first-flow-deployed" },
      { path: "steps[0].advance.condition.of[0].feature", kind: "features", id: "add-node" },
    ]);
  });
});
