import type { FeatureRule } from "../../model/feature.ts";
import { matchesUrl } from "../../model/url-match.ts";

export type RuleKind = FeatureRule["on"];
export type RuleOf<K extends RuleKind> = Extract<FeatureRule, { on: K }>;

export interface Tagged<K extends RuleKind> {
  feature: string;
  rule: RuleOf<K>;
}

/** Rules of one kind, in the order of the features. */
export function rulesOf<K extends RuleKind>(
  features: readonly { id: string; rules: readonly FeatureRule[] }[],
  kind: K,
): Tagged<K>[] {
  return features.flatMap(({ id, rules }) =>
    rules.flatMap((rule) => (rule.on === kind ? [{ feature: id, rule: rule as RuleOf<K> }] : [])),
  );
}

/**
 * The innermost element of every tree that an event passed through: its target, and the host of each open shadow
 * root around it. `closest` from each of them finds every element of the path without walking it rule by rule.
 */
export function scopesOf(path: readonly EventTarget[]): Element[] {
  const scopes: Element[] = [];
  let fresh = true;
  for (const node of path) {
    if (node instanceof ShadowRoot) fresh = true;
    else if (fresh && node instanceof Element) {
      scopes.push(node);
      fresh = false;
    }
  }
  return scopes;
}

/** Prototype methods, because a form field named "closest" shadows the element's own. */
export function within(scopes: readonly Element[], selector: string): boolean {
  return scopes.some((scope) => Element.prototype.closest.call(scope, selector) !== null);
}

export function onThisPage(rule: { page?: FeatureRule["page"] }): boolean {
  return !rule.page || matchesUrl(rule.page, location);
}
