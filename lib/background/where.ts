import type { Condition } from "../model/condition.ts";
import type { Guide } from "../model/guide.ts";

/** Where a guide is made for, as a path to read, such as "/reports/"; null where its trigger does not say. */
export function whereToBegin({ trigger }: Pick<Guide, "trigger">): string | null {
  const path = pathIn(trigger.when);
  // What stands for anything at all tells nobody anything.
  return path?.replace(/\*.*$/, "") || null;
}

function pathIn(condition: Condition | undefined): string | undefined {
  switch (condition?.type) {
    case "page":
      return condition.url.path;
    case "all":
    case "any":
      return condition.of.map(pathIn).find((path) => path !== undefined);
    default:
      return undefined;
  }
}
