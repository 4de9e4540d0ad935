import type { Block, Inline, RichText } from "../model/rich-text.ts";

/** What a rich text says, for those who hear it. */
export function plainText(text: RichText): string {
  return text.map(ofBlock).join(" ");
}

function ofBlock(block: Block): string {
  switch (block.type) {
    case "image":
      return block.alt;
    case "list":
      return block.items.map(ofInlines).join(", ");
    default:
      return ofInlines(block.children);
  }
}

function ofInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === "variable") return inline.fallback;
      return "text" in inline ? inline.text : ofInlines(inline.children);
    })
    .join("");
}
