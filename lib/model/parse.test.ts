import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Condition } from "./condition.ts";
import { Feature } from "./feature.ts";
import { Guide } from "./guide.ts";
import { explain, parse, parseJson } from "./parse.ts";

const problemsOf = (schema: z.ZodMiniType, input: unknown) => {
  const result = parse(schema, input);
  return result.ok ? [] : result.error;
};

describe("parse", () => {
  it("names an unknown field", () => {
    const input = { id: "save", name: "Save", rules: [{ on: "view", page: {} }], color: "red" };
    expect(problemsOf(Feature, input)).toContainEqual({
      path: "color",
      found: '"red"',
      allowed: "nothing: this field is unknown",
    });
  });

  it("tells what was found and what is allowed, with the index of a list", () => {
    const rules = [
      { on: "click", selector: "#a" },
      { on: "hover", selector: "#a" },
    ];
    expect(problemsOf(Feature, { id: "Save", name: "", rules })).toEqual([
      {
        path: "id",
        found: '"Save"',
        allowed:
          "1 to 64 lower-case letters, digits, '.', '_' or '-', beginning with a letter or digit",
      },
      { path: "name", found: '""', allowed: "at least 1 characters" },
      {
        path: "rules[1].on",
        found: '"hover"',
        allowed: '"click" or "submit" or "input" or "drag" or "view" or "custom"',
      },
    ]);
  });

  it("says that a missing field is missing", () => {
    expect(problemsOf(Feature, {}).map(({ path, found }) => [path, found])).toEqual([
      ["id", "nothing"],
      ["name", "nothing"],
      ["rules", "nothing"],
    ]);
  });

  it("goes into the branch of a union that was meant", () => {
    const condition = { type: "all", of: [{ type: "not", of: { type: "used", times: 0 } }] };
    expect(problemsOf(Condition, condition).map(({ path }) => path)).toEqual([
      "of[0].of.feature",
      "of[0].of.times",
    ]);
  });

  it("names a bad key of a record", () => {
    const [problem] = problemsOf(Guide.shape.name, { english: "Hello" });
    expect(problem).toMatchObject({ path: "english" });
    expect(problem?.allowed).toContain('BCP 47 tag such as "en"');
  });

  it("gives the place of a syntax error in JSON, and one line a problem for people", () => {
    const result = parseJson(Feature, "{");
    if (result.ok) throw new Error("parsed");
    expect(explain(result.error)).toMatch(/^input: found .+JSON.+, allowed is valid JSON$/);
  });

  it("does not overflow on input that is nested without end", () => {
    const deep = (wrap: (inner: unknown) => unknown) => {
      let value: unknown = { type: "signal", signal: "s" };
      for (let level = 0; level < 100_000; level += 1) value = wrap(value);
      return value;
    };
    expect(
      problemsOf(
        Condition,
        deep((of) => ({ type: "not", of })),
      ),
    ).toHaveLength(1);
    expect(
      problemsOf(
        z.string(),
        deep((inner) => [inner]),
      ),
    ).toHaveLength(1);
  });

  it("never throws and always says why, whatever comes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const result = parse(Guide, input);
        expect(result.ok).toBe(false);
        if (!result.ok) expect(result.error.length).toBeGreaterThan(0);
      }),
    );
  });
});
