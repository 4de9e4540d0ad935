import { Schema } from "prosemirror-model";
import { isSafeUrl } from "../../lib/model/safe-url.ts";

/**
 * The allow-listed text tree as ProseMirror knows it, and nothing more: what is pasted becomes this or is left out. An
 * item is a line of a list; lines of the same sort that follow each other are one list.
 */
export const richSchema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      group: "block",
      content: "inline*",
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", 0],
    },
    heading: {
      group: "block",
      content: "inline*",
      defining: true,
      parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
      toDOM: () => ["h3", 0],
    },
    item: {
      group: "block",
      content: "inline*",
      attrs: { ordered: { default: false, validate: "boolean" } },
      parseDOM: [
        { tag: "li", getAttrs: (item) => ({ ordered: item.parentElement?.nodeName === "OL" }) },
      ],
      toDOM: ({ attrs }) => [
        "div",
        { class: attrs.ordered ? "rich-item rich-item-ordered" : "rich-item" },
        0,
      ],
    },
    image: {
      group: "block",
      atom: true,
      selectable: true,
      attrs: {
        asset: { validate: "string" },
        alt: { default: "", validate: "string" },
        decorative: { default: false, validate: "boolean" },
      },
      toDOM: ({ attrs }) => ["div", { class: "rich-image" }, String(attrs.alt)],
    },
    text: { group: "inline" },
    variable: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: {
        of: { default: "user", validate: "string" },
        name: { validate: "string" },
        fallback: { validate: "string" },
      },
      leafText: ({ attrs }) => String(attrs.fallback),
      toDOM: ({ attrs }) => [
        "span",
        { class: "rich-variable", title: `${attrs.of}.${attrs.name}` },
        String(attrs.fallback),
      ],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: "string" } },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (link) => {
            const href = link.getAttribute("href") ?? "";
            return isSafeUrl(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ["a", { href: String(attrs.href), rel: "noreferrer" }, 0],
    },
    strong: {
      parseDOM: [{ tag: "strong" }, { tag: "b" }],
      toDOM: () => ["strong", 0],
    },
    emphasis: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    code: { parseDOM: [{ tag: "code" }, { tag: "kbd" }], toDOM: () => ["code", 0] },
  },
});
