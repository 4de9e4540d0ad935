import type { TranslationProblem } from "./fault.ts";

export class XmlFault extends Error {
  readonly fault: TranslationProblem["fault"];
  readonly offset: number;
  readonly what: string;
  constructor(fault: TranslationProblem["fault"], offset: number, what: string) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
    this.what = what;
  }
}

/** How far a file was read. Places are offsets in it. */
export interface Reached {
  text: string;
  position: number;
  /** Where the last thing ended that was whole, such as a tag, an attribute or a text. */
  event: number;
  /** The name of the last one that began or was closed. */
  tag: string;
}

const REFERENCE = /entity/;
const TAG = /tag|attribute|only one root/;
const END = /^(unclosed tag|unexpected end|document must contain)/;
/** A sign "&" that begins none of the references that XML has by itself. */
const STRAY = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/g;

/** What saxes says about a file, in the words of ours that would mend it. */
export function xmlFault(message: string, { text, position, event, tag }: Reached): XmlFault {
  const said = message.replace(/^\d+:\d+: /, "");
  const back = (mark: string) => Math.max(0, text.lastIndexOf(mark, position - 1));
  // Everything behind a stray "&" is taken for its name, so a file that ends too early may be one with such a sign.
  STRAY.lastIndex = event;
  const stray = STRAY.exec(text.slice(0, position))?.index;
  const isEnd = END.test(said);
  if (REFERENCE.test(said) || (isEnd && stray !== undefined)) {
    const at = stray ?? back("&");
    return new XmlFault("xml-reference", at, text.slice(at));
  }
  if (isEnd) {
    const name = /^unclosed tag: (.+)$/.exec(said)?.[1] ?? tag;
    return new XmlFault("xml-end", position, name && `</${name}>`);
  }
  if (said.startsWith("unexpected close tag"))
    return new XmlFault("xml-close", back("</"), `</${tag}>`);
  if (said.startsWith("unmatched closing tag"))
    return new XmlFault("xml-close", back("</"), text.slice(back("</")));
  if (said.includes("doctype")) return new XmlFault("doctype", back("<!DOCTYPE"), "<!DOCTYPE");
  if (said.startsWith("text data outside")) {
    const at = event + (/^\s*/.exec(text.slice(event))?.[0].length ?? 0);
    return new XmlFault("xml-tag", at, text.slice(at));
  }
  // A "<" is told as a disallowed character, and stands there because the value before it has no end.
  if (TAG.test(said) || text[position - 1] === "<")
    return new XmlFault("xml-tag", back("<"), text.slice(back("<")));
  return new XmlFault("xml", Math.max(0, position - 1), said);
}
