import { attribute } from "./safe.ts";

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
export function landmarkAt(element: Element, tag: string, marked: boolean): string | undefined {
  if (!marked) return LANDMARKS.get(tag);
  const landmark = LANDMARKS.get(attribute(element, "role") ?? tag);
  return landmark && `${landmark} ${attribute(element, "aria-label") ?? ""}`.trim().slice(0, 120);
}
