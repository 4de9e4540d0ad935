import { attribute, type Names } from "./safe.ts";

const LANDMARKS = new Map([
  ["header", "header"],
  ["banner", "header"],
  ["nav", "nav"],
  ["navigation", "nav"],
  ["main", "main"],
  ["footer", "footer"],
  ["contentinfo", "footer"],
  ["dialog", "dialog"],
  ["alertdialog", "dialog"],
  ["aside", "aside"],
  ["complementary", "aside"],
]);

/** The region that begins with this element, with its label if it has one, such as "nav Account". */
export function landmarkAt(element: Element, tag: string, names?: Names): string | undefined {
  const landmark = LANDMARKS.get(attribute(element, "role", names) ?? tag);
  const label = landmark && attribute(element, "aria-label", names);
  return landmark && `${landmark} ${label ?? ""}`.trim().slice(0, 120);
}
