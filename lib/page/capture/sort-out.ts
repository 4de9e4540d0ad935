import type { FeatureRule } from "../../model/feature.ts";
import type { SiteConfig } from "../../model/site-config.ts";

type Features = SiteConfig["features"];

/** The features without the rules whose selectors this browser cannot parse, and those selectors. */
export function sortOut(features: Features): { readable: Features; unreadable: string[] } {
  const all = features.flatMap(({ rules }) => rules.flatMap(selectorsOf));
  const unreadable = [...new Set(all)].filter((selector) => !isReadable(selector));
  if (unreadable.length === 0) return { readable: features, unreadable };
  const readable = features.map(({ id, rules }) => ({
    id,
    rules: rules.filter((rule) => !selectorsOf(rule).some((one) => unreadable.includes(one))),
  }));
  return { readable, unreadable };
}

function selectorsOf(rule: FeatureRule): string[] {
  const selectors = "selector" in rule ? [rule.selector] : [];
  return "to" in rule && rule.to ? [...selectors, rule.to] : selectors;
}

function isReadable(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
