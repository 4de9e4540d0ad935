import { roleOf } from "../../anchor/dom/control.ts";
import { TEST_IDS } from "../../anchor/dom/fingerprint.ts";
import { attribute, localName } from "../../anchor/dom/safe.ts";
import { stability } from "../../anchor/stability.ts";
import type { TagChoice } from "../../model/tagging.ts";

export interface Part {
  css: string;
  strength: TagChoice["strength"];
}

/** What says of itself what an element is, and never what it says to a person or what was entered. */
const KIND_ATTRIBUTES = ["type", "role", "aria-haspopup"];
const REGIONS = new Set(["nav", "main", "header", "footer", "aside", "form", "dialog", "table"]);

/** Ways to name this element alone, the surest first: identifiers its author wrote, then what it is for. */
export function identities(element: Element): Part[] {
  const tag = CSS.escape(localName(element));
  const parts: Part[] = [];
  for (const name of TEST_IDS) {
    const value = stable(element, name);
    if (value) parts.push({ css: `[${name}=${quoted(value)}]`, strength: "strong" });
  }
  const id = stable(element, "id");
  if (id) parts.push({ css: `#${CSS.escape(id)}`, strength: "strong" });
  const field = stable(element, "name");
  if (field) parts.push({ css: `${tag}[name=${quoted(field)}]`, strength: "medium" });
  const route = tag === "a" ? routeOf(element) : undefined;
  if (route) parts.push({ css: `a[href=${quoted(route)}]`, strength: "medium" });
  const owned = stable(element, "aria-controls");
  if (owned) parts.push({ css: `${tag}[aria-controls=${quoted(owned)}]`, strength: "medium" });
  return parts;
}

/** Everything of its kind: tag, type and role, and the names of the data it carries. */
export function kind(element: Element): Part {
  const tag = CSS.escape(localName(element));
  const attributes = KIND_ATTRIBUTES.flatMap((name) => {
    const value = stable(element, name);
    return value ? [`[${name}=${quoted(value)}]`] : [];
  });
  const data = Element.prototype.getAttributeNames
    .call(element)
    .filter((name) => name.startsWith("data-") && !TEST_IDS.includes(name))
    .filter((name) => stability(name) === "word")
    .slice(0, 2)
    .map((name) => `[${CSS.escape(name)}]`);
  const css = tag + [...attributes, ...data].join("");
  const says = roleOf(element) !== undefined || attributes.length + data.length > 0;
  return { css, strength: says ? "medium" : "weak" };
}

/** A class name that looks as if a person had written it, for elements that say nothing else of themselves. */
export function classKinds(element: Element): Part[] {
  const names = (attribute(element, "class") ?? "").split(/\s+/);
  const words = names.filter((name) => name.length > 3 && stability(name) === "word");
  const tag = CSS.escape(localName(element));
  return words.slice(0, 6).map((name) => ({ css: `${tag}.${CSS.escape(name)}`, strength: "weak" }));
}

/** What names the surroundings of an element, if it does. */
export function anchor(element: Element): Part | undefined {
  const [own] = identities(element);
  if (own) return own;
  const tag = localName(element);
  const role = stable(element, "role");
  if (role) return { css: `${CSS.escape(tag)}[role=${quoted(role)}]`, strength: "medium" };
  return REGIONS.has(tag) ? { css: tag, strength: "medium" } : undefined;
}

/** Not what a machine made, and short enough to be a name. */
function stable(element: Element, name: string): string | undefined {
  const value = attribute(element, name)?.trim();
  return value && value.length <= 60 && stability(value) !== "random" ? value : undefined;
}

/** The way a link leads within the app, if it names a place and not a record. */
function routeOf(link: Element): string | undefined {
  const href = stable(link, "href");
  const words = /^(#!?)?\/?([a-z_-]{1,24}\/?)+$/i;
  return href && href !== "#" && words.test(href) ? href : undefined;
}

/** As a CSS string. */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\a ")}"`;
}
