import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { parse } from "./parse.ts";
import { RULES, type RuleName, ruleOf, sayRule } from "./rule.ts";

const NAMES = (Object.keys(RULES) as RuleName[]).filter((name) => name !== "oneOf");

it.each(NAMES)("what the rule %s says is known again, with what stands in it", (rule) => {
  const names = [...RULES[rule].matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const value = fc.stringMatching(/^[a-z0-9, -]{1,20}$/);
  fc.assert(
    fc.property(fc.tuple(...names.map(() => value)), (values) => {
      const params = Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]));
      expect(ruleOf(sayRule(rule, params))).toEqual({ rule, params });
    }),
  );
});

it("what a schema finds wrong is of a rule", () => {
  const schema = z.strictObject({
    word: z.string().check(z.minLength(2), z.maxLength(3)),
    count: z.int().check(z.minimum(1), z.maximum(9)),
    list: z.array(z.boolean()).check(z.maxLength(1)),
    level: z.enum(["high", "low"]),
  });
  const of = (input: object) => {
    const read = parse(schema, input);
    return read.ok ? [] : read.error.map(({ allowed }) => ruleOf(allowed));
  };
  const right = { word: "abc", count: 1, list: [], level: "low" };
  const rules = (more: object) => of({ ...right, ...more }).map((found) => found?.rule);
  expect(rules({})).toEqual([]);
  expect(rules({ word: "a" })).toEqual(["atLeastCharacters"]);
  expect(rules({ word: "abcd", count: 0 })).toEqual(["atMostCharacters", "atLeast"]);
  expect(rules({ count: 1.5, list: [true, false] })).toEqual(["int", "atMostEntries"]);
  expect(of({ ...right, level: "x" })).toEqual([
    { rule: "oneOf", params: { choices: '"high" or "low"' } },
  ]);
  expect(rules({ more: 1, word: 1 })).toEqual(["string", "unknown"]);
});

it("other words are of no rule", () => {
  expect(ruleOf("a valid JSON text")).toBeNull();
});
