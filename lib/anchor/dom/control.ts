import { attribute, lineage, localName, matches } from "./safe.ts";

const CONTROL = [
  "button",
  "a[href]",
  "input:not([type=hidden])",
  "select",
  "textarea",
  "summary",
  ...["button", "link", "checkbox", "radio", "tab", "menuitem", "option", "switch"].map(
    (role) => `[role=${role}]`,
  ),
].join(",");

export function isControl(element: Element): boolean {
  return matches(element, CONTROL);
}

/** What a person means who points at this node: the control it is part of, else the node itself. */
export function controlOf(element: Element): Element {
  for (const around of lineage(element)) if (isControl(around)) return around;
  return element;
}

const IMPLICIT_ROLES: Readonly<Record<string, string>> = {
  a: "link",
  button: "button",
  summary: "button",
  select: "combobox",
  textarea: "textbox",
  img: "img",
  nav: "navigation",
  main: "main",
  aside: "complementary",
  dialog: "dialog",
};

/** Role as the author wrote it, or what the tag stands for where that is plain. */
export function roleOf(element: Element): string | undefined {
  const explicit = attribute(element, "role")?.trim().split(/\s+/)[0];
  return explicit || IMPLICIT_ROLES[localName(element)];
}

/** Whether a person types here: its content is theirs and is never read. */
export function holdsInput(element: Element): boolean {
  return matches(
    element,
    "input, textarea, select, [contenteditable]:not([contenteditable=false])",
  );
}
