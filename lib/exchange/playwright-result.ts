import type { Condition } from "../model/condition.ts";
import type { Advance } from "../model/guide.ts";
import { codeString } from "./code-string.ts";

/** What a test can see of the result that a step waits for; nothing of what only Waymark knows. */
export function playwrightResult(advance: Advance): string[] {
  return advance.on === "until" ? linesOf(advance.condition) : [];
}

function linesOf(condition: Condition): string[] {
  switch (condition.type) {
    case "all":
      return condition.of.flatMap(linesOf);
    case "element": {
      const locator = `page.locator(${codeString(`css=${condition.selector}`)})`;
      if (condition.state === "absent") {
        return [`await expect(${locator}.filter({ visible: true })).toHaveCount(0);`];
      }
      return [`await expect(${locator}.filter({ visible: true }).first()).toBeVisible();`];
    }
    case "page": {
      const { path } = condition.url;
      if (path === undefined) return [];
      const pattern = `new RegExp(${codeString(`^${patternOf(path)}$`)})`;
      return [`await expect(page).toHaveURL((url) => ${pattern}.test(url.pathname));`];
    }
    default:
      return [];
  }
}

/** The glob of `UrlPattern` as the source of a regular expression. */
function patternOf(glob: string): string {
  return glob
    .split(/(\*+)/)
    .map((part) => {
      if (part === "*") return "[^/]*";
      return part.startsWith("*") ? ".*" : part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    })
    .join("");
}
