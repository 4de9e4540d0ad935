import * as z from "zod/mini";
import { Condition } from "./condition.ts";

/** Leaves of the condition language that a running step can see. */
const RESULTS: ReadonlySet<Condition["type"]> = new Set(["page", "element", "signal"]);

/** What a running step can see and wait for. History, segments and attributes are decided before a guide starts. */
export const ResultCondition = Condition.check(
  z.refine(isResult, {
    error: "what a running step can see: page, element, used, signal, and all, any, not of them",
  }),
);

function isResult(condition: Condition): boolean {
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.every(isResult);
    case "not":
      return isResult(condition.of);
    case "used":
      return condition.within === undefined;
    default:
      return RESULTS.has(condition.type);
  }
}
