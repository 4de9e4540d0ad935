import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Block, Inline, RichText } from "../model/rich-text.ts";
import { isSafeUrl } from "../model/safe-url.ts";
import type { FindingCode } from "./finding.ts";
import { tidy } from "./inline.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What of an HTML text did not become part of the tree. */
export interface Lost {
  code: FindingCode;
  what: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const HEADINGS = words("h1 h2 h3 h4 h5 h6");
const LISTS = words("ul ol");
const BLOCKS = words(
  "p div section article aside main header footer figure figcaption blockquote address details summary dl dt dd",
);
const STRONG = words("b strong");
const EMPHASIS = words("i em cite dfn var");
const CODE = words("code kbd samp tt");
/** What looks different but says the same. */
const PLAIN = words("span small big u s sub sup mark abbr label font center time q li");
/** What says nothing as text. */
const DROPPED = words(
  "script style template noscript iframe object embed video audio canvas svg math input select textarea hr",
);

/** An HTML text as the allow-listed tree, read as a browser would. Nothing in it is run or fetched. */
export function richTextOf(html: string): { text: RichText; lost: Lost[] } {
  const lost: Lost[] = [];
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const endLine = () => {
    const children = tidy(line);
    line = [];
    if (children.length > 0) blocks.push({ type: "paragraph", children });
  };
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      const tag = node.nodeName;
      if (!("tagName" in node)) line.push(...inlines([node], lost));
      else if (tag === "br") endLine();
      else if (HEADINGS.has(tag)) {
        endLine();
        const children = tidy(inlines(node.childNodes, lost));
        if (children.length > 0) blocks.push({ type: "heading", children });
      } else if (LISTS.has(tag)) {
        endLine();
        const items = itemsOf(node, lost);
        if (items.length > 0) blocks.push({ type: "list", ordered: tag === "ol", items });
      } else if (BLOCKS.has(tag)) {
        endLine();
        noteStyle(node, lost);
        walk(node.childNodes);
        endLine();
      } else line.push(...inlines([node], lost));
    }
  };
  walk(parseFragment(html).childNodes);
  endLine();
  return { text: blocks, lost };
}

/** A list within an item goes on as items of the same list. */
function itemsOf(list: Element, lost: Lost[]): Inline[][] {
  return list.childNodes.flatMap((item) => {
    if (!("tagName" in item)) return [];
    const isList = (node: Node): node is Element => LISTS.has(node.nodeName);
    const nested = item.childNodes.filter(isList);
    if (nested.length > 0) lost.push({ code: "markup", what: "a list in a list" });
    const own = tidy(
      inlines(
        item.childNodes.filter((node) => !isList(node)),
        lost,
      ),
    );
    return [...(own.length > 0 ? [own] : []), ...nested.flatMap((inner) => itemsOf(inner, lost))];
  });
}

function inlines(nodes: readonly Node[], lost: Lost[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if ("value" in node) return [{ type: "text", text: node.value }];
    return "tagName" in node ? inlineOf(node, lost) : [];
  });
}

function inlineOf(element: Element, lost: Lost[]): Inline[] {
  const { tagName: tag } = element;
  if (tag === "img") {
    const what = [attribute(element, "alt"), attribute(element, "src")].filter(Boolean).join(", ");
    lost.push({ code: "image", what });
    return [];
  }
  if (DROPPED.has(tag)) {
    lost.push({ code: "dropped", what: `<${tag}>` });
    return [];
  }
  noteStyle(element, lost);
  if (tag === "br") return [{ type: "text", text: " " }];
  if (CODE.has(tag)) return [{ type: "code", text: textOf(element.childNodes) }];
  const children = inlines(element.childNodes, lost);
  if (STRONG.has(tag)) return [{ type: "strong", children }];
  if (EMPHASIS.has(tag)) {
    const icon = attribute(element, "class");
    if (icon && element.childNodes.length === 0) {
      lost.push({ code: "icon", what: icon });
      return [];
    }
    return [{ type: "emphasis", children }];
  }
  if (tag === "a") {
    const href = attribute(element, "href") ?? "";
    if (href.length <= 2048 && isSafeUrl(href)) return [{ type: "link", href, children }];
    if (href) lost.push({ code: "link", what: href });
    return children;
  }
  const space: Inline = { type: "text", text: " " };
  if (PLAIN.has(tag)) return children;
  if (!BLOCKS.has(tag)) lost.push({ code: "markup", what: `<${tag}>` });
  return [space, ...children, space];
}

function noteStyle(element: Element, lost: Lost[]): void {
  const style = attribute(element, "style");
  if (style) lost.push({ code: "layout", what: style });
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if ("value" in node) return node.value;
      return "tagName" in node ? textOf(node.childNodes) : "";
    })
    .join("");
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}
