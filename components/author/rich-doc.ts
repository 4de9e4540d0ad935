import type { Mark, Node } from "prosemirror-model";
import type { Block, Inline, RichText } from "../../lib/model/rich-text.ts";
import { richSchema } from "./rich-schema.ts";

const { nodes, marks } = richSchema;
const TEXT_LIMIT = 2000;
const ITEM_LIMIT = 20;
/** From the outside inwards. The tree can nest them in any way; documents come back in this one. */
const NESTING = ["link", "strong", "emphasis"] as const;

/** A text as the document that is edited. An empty text is an empty paragraph. */
export function docOf(text: RichText): Node {
  const blocks = text.flatMap((block): Node[] => {
    switch (block.type) {
      case "image":
        return [nodes.image.create({ decorative: false, ...block })];
      case "list":
        return block.items.map((item) =>
          nodes.item.create({ ordered: block.ordered === true }, leaves(item, [])),
        );
      default:
        return [nodes[block.type].create(null, leaves(block.children, []))];
    }
  });
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
}

function leaves(inlines: readonly Inline[], around: readonly Mark[]): Node[] {
  return inlines.flatMap((inline): Node[] => {
    switch (inline.type) {
      case "text":
        return [richSchema.text(inline.text, around)];
      case "code":
        return [richSchema.text(inline.text, marks.code.create().addToSet(around))];
      case "variable":
        return [nodes.variable.create(inline, null, around)];
      case "link":
        return leaves(inline.children, marks.link.create({ href: inline.href }).addToSet(around));
      default:
        return leaves(inline.children, marks[inline.type].create().addToSet(around));
    }
  });
}

/** A document as the text it is. Blocks without words are left out: the tree has none. */
export function textOf(doc: Node): RichText {
  const text: RichText = [];
  doc.forEach((node) => {
    if (node.type === nodes.image) {
      const { asset, alt, decorative } = node.attrs;
      text.push({ type: "image", asset, alt, ...(decorative && { decorative }) });
      return;
    }
    const children = nested(childrenOf(node), 0);
    if (children.length === 0) return;
    if (node.type === nodes.item) addItem(text, children, node.attrs.ordered === true);
    else text.push({ type: node.type === nodes.heading ? "heading" : "paragraph", children });
  });
  return text;
}

function addItem(text: Block[], item: Inline[], ordered: boolean): void {
  const last = text.at(-1);
  const goesOn = last?.type === "list" && (last.ordered ?? false) === ordered;
  if (goesOn && last.items.length < ITEM_LIMIT) last.items.push(item);
  else text.push({ type: "list", ...(ordered && { ordered }), items: [item] });
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}

/** Neighbours with the same mark stand in one element of it. */
function nested(children: readonly Node[], depth: number): Inline[] {
  const name = NESTING[depth];
  if (name === undefined) return children.flatMap(leaf);
  const found: Inline[] = [];
  for (let at = 0; at < children.length; ) {
    const mark = markOf(children[at], name);
    let end = at + 1;
    while (end < children.length && sameMark(markOf(children[end], name), mark)) end++;
    const inner = nested(children.slice(at, end), depth + 1);
    if (!mark) found.push(...inner);
    else if (name === "link") found.push({ type: name, href: mark.attrs.href, children: inner });
    else found.push({ type: name, children: inner });
    at = end;
  }
  return found;
}

function markOf(node: Node | undefined, name: string): Mark | undefined {
  return node?.marks.find(({ type }) => type.name === name);
}

function sameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.eq(b);
}

function leaf(node: Node): Inline[] {
  if (node.type === nodes.variable) {
    const { of, name, fallback } = node.attrs;
    return [{ type: "variable", of, name, fallback }];
  }
  const type = markOf(node, "code") ? "code" : "text";
  const parts = node.text?.match(new RegExp(`[^]{1,${TEXT_LIMIT}}`, "g")) ?? [];
  return parts.map((text) => ({ type, text }));
}
