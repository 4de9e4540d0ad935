import type { Condition } from "../model/condition.ts";
import type { Attributes, Scalar } from "../model/primitives.ts";

export type AttributeCondition = Extract<Condition, { type: "attribute" }>;

/**
 * Compares an attribute. One that is not there is equal to nothing and in no order. Numbers are compared with numbers,
 * texts with texts by code unit (so ISO dates work); other pairs are in no order.
 */
export function attributeHolds(condition: AttributeCondition, attributes: Attributes): boolean {
  const { op, value } = condition;
  const actual = Object.hasOwn(attributes, condition.name) ? attributes[condition.name] : undefined;
  switch (op) {
    case "exists":
      return actual !== undefined;
    case "eq":
      return actual !== undefined && actual === value;
    case "ne":
      return actual !== value;
    case "in":
      return actual !== undefined && [value].flat().includes(actual);
    case "gt":
      return ordered(actual, value, (a, b) => a > b);
    case "gte":
      return ordered(actual, value, (a, b) => a >= b);
    case "lt":
      return ordered(actual, value, (a, b) => a < b);
    case "lte":
      return ordered(actual, value, (a, b) => a <= b);
  }
}

function ordered(
  a: Scalar | undefined,
  b: Scalar | Scalar[] | undefined,
  compare: <T extends number | string>(a: T, b: T) => boolean,
): boolean {
  if (typeof a === "number" && typeof b === "number") return compare(a, b);
  return typeof a === "string" && typeof b === "string" && compare(a, b);
}
