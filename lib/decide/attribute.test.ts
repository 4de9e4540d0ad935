import { expect, it } from "vitest";
import type { Scalar } from "../model/primitives.ts";
import { type AttributeCondition, attributeHolds } from "./attribute.ts";

type Op = AttributeCondition["op"];

it.each<[found: Scalar | undefined, Op, value: Scalar | Scalar[] | undefined, holds: boolean]>([
  ["pro", "eq", "pro", true],
  ["pro", "eq", "free", false],
  [1, "eq", "1", false],
  [undefined, "eq", "pro", false],
  ["pro", "ne", "free", true],
  [undefined, "ne", "free", true],
  [5, "gt", 4, true],
  [5, "gt", 5, false],
  [5, "gte", 5, true],
  [4, "lt", 5, true],
  [5, "lte", 4, false],
  ["2026-11-22", "lt", "2026-12-01", true],
  ["5", "gt", 4, false],
  [undefined, "lt", 4, false],
  ["pro", "in", ["free", "pro"], true],
  ["pro", "in", "pro", true],
  [undefined, "in", ["pro"], false],
  ["", "exists", undefined, true],
  [false, "exists", undefined, true],
  [undefined, "exists", undefined, false],
])("D20: found %j, %s %j: %j", (found, op, value, holds) => {
  const condition: AttributeCondition = {
    type: "attribute",
    of: "user",
    name: "x",
    op,
    ...(value !== undefined && { value }),
  };
  expect(attributeHolds(condition, found === undefined ? {} : { x: found })).toBe(holds);
});

it("D20: names of every object's own making are no attributes", () => {
  const condition: AttributeCondition = {
    type: "attribute",
    of: "user",
    name: "constructor",
    op: "exists",
  };
  expect(attributeHolds(condition, {})).toBe(false);
});
