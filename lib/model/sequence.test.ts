import { expect, it } from "vitest";
import { Condition } from "./condition.ts";
import { parse } from "./parse.ts";
import { referencesOf } from "./references.ts";
import { Sequence } from "./sequence.ts";

const steps = [{ feature: "a" }, { feature: "b" }, { feature: "c" }];

function problemsOf(input: unknown) {
  const result = parse(Sequence, input);
  return result.ok ? [] : result.error;
}

it("S16: a gap lies between two steps that are there, in order", () => {
  const gap = (between: number[]) => problemsOf({ steps, without: [{ features: ["x"], between }] });
  expect(gap([1, 3])).toEqual([]);
  const allowed = "two steps in order, from 1 to 3, such as [1, 2]";
  for (const between of [
    [2, 2],
    [3, 1],
    [2, 4],
  ]) {
    const found = JSON.stringify(between);
    expect(gap(between)).toEqual([{ path: "without[0].between", found, allowed }]);
  }
});

it("S11: a sequence takes 100 uses at most, because its state grows with them", () => {
  const of = (times: number) => problemsOf({ steps: [...steps, { feature: "d", times }] });
  expect(of(97)).toEqual([]);
  expect(of(98)).toMatchObject([
    { path: "steps", allowed: "at most 100 uses in all; these steps take 101" },
  ]);
});

it("names the field of a condition about what was not done", () => {
  const result = parse(Condition, { type: "absent", feature: "deploy", after: "add" });
  expect(result.ok ? [] : result.error.map(({ path, found }) => [path, found])).toEqual([
    ["for", "nothing"],
  ]);
});

it("knows every feature that a condition needs", () => {
  const when: Condition = {
    type: "all",
    of: [
      { type: "absent", feature: "deploy", after: "add", for: "2m" },
      { type: "count", feature: "undo", op: "lt", value: 3, within: "1h" },
      {
        type: "sequence",
        sequence: {
          steps: [{ feature: "wire" }, { feature: ["run", "debug"] }],
          without: ["stop", { features: ["reset"], between: [1, 2] }],
        },
      },
    ],
  };
  const body = { id: "stuck", name: "Stuck", when };
  expect(referencesOf({ kind: "segments", body }).map(({ path, id }) => [path, id])).toEqual([
    ["when.of[0].feature", "deploy"],
    ["when.of[0].after", "add"],
    ["when.of[1].feature", "undo"],
    ["when.of[2].sequence.steps[0].feature", "wire"],
    ["when.of[2].sequence.steps[1].feature[0]", "run"],
    ["when.of[2].sequence.steps[1].feature[1]", "debug"],
    ["when.of[2].sequence.without[0]", "stop"],
    ["when.of[2].sequence.without[1].features[0]", "reset"],
  ]);
});
