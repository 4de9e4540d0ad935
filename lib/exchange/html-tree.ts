/** What may stand in a file that we write: no script, no style of an element, no event handler can be said with it. */
type Tag =
  | "a"
  | "article"
  | "body"
  | "code"
  | "em"
  | "figure"
  | "footer"
  | "h1"
  | "h2"
  | "h3"
  | "head"
  | "header"
  | "html"
  | "img"
  | "li"
  | "main"
  | "meta"
  | "nav"
  | "ol"
  | "p"
  | "section"
  | "span"
  | "strong"
  | "style"
  | "title"
  | "ul";

type Attribute =
  | "alt"
  | "aria-hidden"
  | "aria-label"
  | "aria-labelledby"
  | "charset"
  | "class"
  | "content"
  | "dir"
  | "height"
  | "href"
  | "http-equiv"
  | "id"
  | "lang"
  | "name"
  | "rel"
  | "src"
  | "width";

export type Attributes = Partial<Record<Attribute, string>>;

/** A text or an element. A text is only ever a text, whatever it looks like. */
export type Html = string | HtmlElement;

export interface HtmlElement {
  tag: Tag;
  attributes: Attributes;
  children: readonly Html[];
}

export function element(tag: Tag, attributes: Attributes, ...children: Html[]): HtmlElement {
  return { tag, attributes, children };
}

const VOID: ReadonlySet<Tag> = new Set(["img", "meta"]);

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\0": "\ufffd",
};

function escaped(text: string): string {
  return text.replace(/[&<>"\r\0]/g, (character) => ESCAPES[character] ?? "");
}

/**
 * As HTML. Everything that is not written here is escaped, so no text can become an element or an attribute.
 * Throws a RangeError for a style that has "<" in it, since styles know no escapes.
 */
export function htmlText(node: Html): string {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
  const start = `<${node.tag}${attributes}>`;
  if (VOID.has(node.tag)) return start;
  const within = node.children.map(node.tag === "style" ? styleText : htmlText).join("");
  return `${start}${within}</${node.tag}>`;
}

function styleText(node: Html): string {
  if (typeof node !== "string" || node.includes("<")) throw new RangeError("a style has a <");
  return node;
}
