import type { ConditionTrace, TraceLine } from "../../lib/model/trace.ts";

/** Whether it stands under an odd number of `not`. Its place names those as `of` without a number. */
export function isNegated({ at }: ConditionTrace): boolean {
  const path = at.replace(/segment\([^)]*\)/g, "segment");
  return path.split(".").filter((part) => part === "of").length % 2 === 1;
}

/** The first single condition that speaks against the whole: broken, or not as it should be for the whole to hold. */
export function blamed({ conditions }: TraceLine): ConditionTrace | null {
  const broken = conditions.find(({ holds }) => holds === "broken");
  const against = conditions.find(
    (condition) => condition.type !== "segment" && condition.holds === isNegated(condition),
  );
  return broken ?? against ?? conditions[0] ?? null;
}
