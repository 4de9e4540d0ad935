import type { Block, Inline, RichText } from "../../model/rich-text.ts";

/** What of a rich text is translated by itself: a paragraph, a heading, an item of a list, the words of a picture. */
export interface Piece {
  /** Its place in the text, such as "2" or "3.1". */
  id: string;
  what: "paragraph" | "heading" | "item" | "picture";
  content: readonly Inline[];
}

export function piecesOf(text: RichText): Piece[] {
  return text.flatMap((block, at): Piece[] => {
    const id = `${at + 1}`;
    switch (block.type) {
      case "list":
        return block.items.map((content, item) => ({
          id: `${id}.${item + 1}`,
          what: "item",
          content,
        }));
      case "image":
        return block.decorative
          ? []
          : [{ id, what: "picture", content: [{ type: "text", text: block.alt }] }];
      default:
        return [{ id, what: block.type, content: block.children }];
    }
  });
}

/** Whether two texts are made of the same blocks, so that each piece of one stands for a piece of the other. */
export function isAlike(one: RichText, other: RichText): boolean {
  return one.length === other.length && one.every((block, at) => shape(block) === shape(other[at]));
}

function shape(block: Block | undefined): string {
  if (block?.type === "list") return `list ${block.ordered === true} ${block.items.length}`;
  return block?.type === "image" ? `image ${block.decorative === true}` : (block?.type ?? "");
}

/** A text of the blocks of another with other pieces, by id. A picture stays the one that it is there. */
export function rebuilt(text: RichText, pieces: ReadonlyMap<string, readonly Inline[]>): RichText {
  return text.map((block, at): Block => {
    const of = (id: string, otherwise: Inline[]) => [...(pieces.get(id) ?? otherwise)];
    const id = `${at + 1}`;
    switch (block.type) {
      case "list":
        return { ...block, items: block.items.map((item, n) => of(`${id}.${n + 1}`, item)) };
      case "image":
        return block.decorative ? block : { ...block, alt: wordsOf(pieces.get(id)) ?? block.alt };
      default:
        return { ...block, children: of(id, block.children) };
    }
  });
}

function wordsOf(content: readonly Inline[] | undefined): string | undefined {
  return content?.map((inline) => ("text" in inline ? inline.text : "")).join("");
}
