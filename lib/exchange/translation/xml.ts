import { placeAt } from "../text-place.ts";
import type { TranslationProblem } from "./fault.ts";
import { near } from "./fault.ts";

/** An element of an XML file. Names are without their prefix. */
export interface XmlElement {
  name: string;
  /** Of its name; "" if it has none. */
  namespace: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** In the file. */
  offset: number;
}

export type ReadXml = { ok: true; root: XmlElement } | { ok: false; problem: TranslationProblem };

const DEEPEST = 100;
const NAME = "[\\p{L}_][\\p{L}\\p{N}_.·-]*(?::[\\p{L}_][\\p{L}\\p{N}_.·-]*)?";
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "uy");
const TOKENS = {
  comment: /<!--(?:(?!--).)*-->/sy,
  instruction: /<\?.*?\?>/sy,
  cdata: /<!\[CDATA\[(.*?)\]\]>/sy,
  end: new RegExp(`</(${NAME})\\s*>`, "uy"),
  start: new RegExp(`<(${NAME})`, "uy"),
  startEnd: /\s*(\/?)>/y,
  text: /[^<]+/y,
};

class Fault extends Error {
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

/**
 * Reads XML as data: it names nothing outside of itself, because document types, with which it could, are refused. Never
 * throws.
 */
export function readXml(text: string): ReadXml {
  try {
    return { ok: true, root: read(text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { fault, offset, what } = error;
    return { ok: false, problem: { ...placeAt(text, offset), fault, near: what } };
  }
}

interface Open extends XmlElement {
  written: string;
  namespaces: ReadonlyMap<string, string>;
}

function read(text: string): XmlElement {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const add = (child: XmlElement | string, offset: number) => {
    const parent = open.at(-1);
    if (parent) parent.children.push(child);
    else if (typeof child === "string" ? child.trim() !== "" : root)
      throw new Fault("xml-tag", offset, near(text.slice(offset)));
    else if (typeof child !== "string") root = child;
  };

  while (at < text.length) {
    const offset = at;
    if (take(TOKENS.comment) || take(TOKENS.instruction)) continue;
    const words = take(TOKENS.text);
    if (words) {
      add(resolved(words[0], offset), offset);
      continue;
    }
    const cdata = take(TOKENS.cdata);
    if (cdata) {
      add((cdata[1] ?? "").replace(/\r\n?/g, "\n"), offset);
      continue;
    }
    const end = take(TOKENS.end);
    if (end) {
      const last = open.pop();
      if (last?.written !== end[1])
        throw new Fault("xml-close", offset, last ? `</${last.written}>` : end[0]);
      continue;
    }
    if (text.startsWith("<!DOCTYPE", at)) throw new Fault("doctype", offset, "<!DOCTYPE");
    const start = take(TOKENS.start);
    if (!start?.[1]) throw new Fault("xml-tag", offset, near(text.slice(offset)));
    const element = begun(start[1], offset, take, open.at(-1)?.namespaces ?? new Map());
    const closing = take(TOKENS.startEnd);
    if (!closing)
      throw new Fault(at < text.length ? "xml-tag" : "xml-end", at, near(text.slice(offset)));
    if (open.length >= DEEPEST) throw new Fault("nesting", offset, start[0]);
    add(element, offset);
    if (!closing[1]) open.push(element);
  }
  const last = open.at(-1);
  if (last || !root) throw new Fault("xml-end", text.length, last ? `</${last.written}>` : "");
  return root;
}

function begun(
  written: string,
  offset: number,
  take: (pattern: RegExp) => RegExpExecArray | null,
  around: ReadonlyMap<string, string>,
): Open {
  const attributes = new Map<string, string>();
  const namespaces = new Map(around);
  for (let found = take(ATTRIBUTE); found; found = take(ATTRIBUTE)) {
    const [whole, key = "", double, single] = found;
    if (attributes.has(key)) throw new Fault("xml-tag", found.index, near(whole.trim()));
    const value = resolved((double ?? single ?? "").replace(/[\t\n\r]/g, " "), found.index);
    attributes.set(key, value);
    const declared = /^xmlns(?::(.*))?$/.exec(key);
    if (declared) namespaces.set(declared[1] ?? "", value);
  }
  const [prefix, local] = written.includes(":") ? written.split(":") : ["", written];
  return {
    written,
    name: local ?? written,
    namespace: namespaces.get(prefix ?? "") ?? "",
    namespaces,
    attributes,
    children: [],
    offset,
  };
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** Text with its references read: the five that XML has, and those by number. */
function resolved(raw: string, offset: number): string {
  return raw
    .replace(/\r\n?/g, "\n")
    .replace(
      /&(?:([a-z]+);|#(\d{1,7});|#x([\da-fA-F]{1,6});)?/g,
      (whole, name, decimal, hex, place) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
        const read =
          code === undefined ? NAMED[name ?? ""] : code <= 0x10ffff && String.fromCodePoint(code);
        if (!read)
          throw new Fault("xml-reference", offset + place, near(raw.slice(place) || whole));
        return read;
      },
    );
}

/** A character that XML itself cannot say, which XLIFF has an element for. */
export function characterOf({ name, attributes }: XmlElement): string {
  const hex = name === "cp" ? /^[\da-fA-F]{1,6}$/.exec(attributes.get("hex") ?? "") : null;
  const code = hex ? Number.parseInt(hex[0], 16) : Number.NaN;
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
