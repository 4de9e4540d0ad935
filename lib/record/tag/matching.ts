import { isOwn } from "../../anchor/dom/own.ts";
import { windowOf } from "../../anchor/dom/safe.ts";
import type { FeatureRule } from "../../model/feature.ts";
import { onThisPage } from "../../page/capture/match.ts";
import { openRoots, type Root } from "../../page/roots.ts";

/** The roots of this frame in which an agent sees events: its document and open shadow roots. */
export function* ownRoots(): Generator<Root> {
  for (const root of openRoots(document)) if (windowOf(root) === window) yield root;
}

/** Elements of the host that a selector matches; undefined: the browser cannot read it. */
export function matching(
  selector: string,
  roots: Iterable<Root> = ownRoots(),
): Element[] | undefined {
  try {
    const found = [...roots].flatMap((root) => [...root.querySelectorAll(selector)]);
    return found.filter((element) => !isOwn(element));
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** What rules match in this frame, each element once, and whether one of them holds here at all. */
export function matchRules(rules: readonly FeatureRule[]): {
  fits: boolean;
  elements: Element[];
  unreadable: boolean;
} {
  const here = rules.filter(onThisPage);
  const roots = [...ownRoots()];
  const found = here.map((rule) => ("selector" in rule ? matching(rule.selector, roots) : []));
  return {
    fits: here.length > 0,
    elements: [...new Set(found.flatMap((elements) => elements ?? []))],
    unreadable: found.includes(undefined),
  };
}
