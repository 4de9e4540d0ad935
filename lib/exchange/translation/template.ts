import type { Inline } from "../../model/rich-text.ts";
import { templateParts } from "../../model/template.ts";

/** A text that may hold variables, such as a title, as a line of rich text. */
export function inlinesOfTemplate(text: string): Inline[] {
  return templateParts(text).map(
    (part): Inline =>
      typeof part === "string" ? { type: "text", text: part } : { type: "variable", ...part },
  );
}

/** The way back. Marks and links, which such a text cannot have, leave their words. */
export function templateOf(content: readonly Inline[]): string {
  return content
    .map((inline): string => {
      if (inline.type === "variable") return `{{${inline.of}.${inline.name}|${inline.fallback}}}`;
      return "text" in inline ? inline.text : templateOf(inline.children);
    })
    .join("");
}
