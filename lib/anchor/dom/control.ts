import { attribute, lineage, localName, type Names } from "./safe.ts";

const CONTROLS = new Set(["button", "input", "select", "textarea", "summary"]);
const CONTROL_ROLES = new Set([
  "button",
  "link",
  "checkbox",
  "radio",
  "tab",
  "menuitem",
  "option",
  "switch",
]);

/** Asked of every element of a page, so it compares strings and parses no selector. */
export function isControl(element: Element, tag = localName(element), names?: Names): boolean {
  if (CONTROLS.has(tag)) return tag !== "input" || attribute(element, "type", names) !== "hidden";
  if (tag === "a" && attribute(element, "href", names) !== undefined) return true;
  const role = attribute(element, "role", names);
  return role !== undefined && CONTROL_ROLES.has(role);
}

/** What a person means who points at this node: the control it is part of, else the node itself. */
export function controlOf(element: Element): Element {
  for (const around of lineage(element)) if (isControl(around)) return around;
  return element;
}

const IMPLICIT_ROLES: ReadonlyMap<string, string> = new Map([
  ["a", "link"],
  ["button", "button"],
  ["summary", "button"],
  ["select", "combobox"],
  ["textarea", "textbox"],
  ["img", "img"],
  ["nav", "navigation"],
  ["main", "main"],
  ["aside", "complementary"],
  ["dialog", "dialog"],
]);

/** Role as the author wrote it, or what the tag stands for where that is plain. */
export function roleOf(
  element: Element,
  tag = localName(element),
  names?: Names,
): string | undefined {
  const explicit = attribute(element, "role", names)?.trim().split(/\s+/)[0];
  return explicit || IMPLICIT_ROLES.get(tag);
}

export const FIELDS: ReadonlySet<string> = new Set(["input", "textarea", "select"]);

/** Whether a person types here: its content is theirs and is never read. */
export function holdsInput(element: Element, tag = localName(element), names?: Names): boolean {
  if (FIELDS.has(tag)) return true;
  const editable = attribute(element, "contenteditable", names);
  return editable !== undefined && editable !== "false";
}
