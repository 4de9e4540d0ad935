import { SaxesParser } from "saxes";
import { placeAt } from "../text-place.ts";
import { near, type TranslationProblem } from "./fault.ts";
import { type Reached, XmlFault, xmlFault } from "./xml-fault.ts";

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

/**
 * Reads XML as data: it names nothing outside of itself, because document types, with which it could, are refused. Never
 * throws.
 */
export function readXml(text: string): ReadXml {
  try {
    return { ok: true, root: read(text) };
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const { fault, offset, what } = error;
    return { ok: false, problem: { ...placeAt(text, offset), fault, near: near(what) } };
  }
}

function read(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  const reached: Reached = { text, position: 0, event: 0, tag: "" };
  let root: XmlElement | undefined;
  let offset = 0;

  parser.on("error", ({ message }) => {
    throw xmlFault(message, { ...reached, position: parser.position });
  });
  const passed = () => {
    reached.event = parser.position;
  };
  parser.on("doctype", () => {
    const at = text.lastIndexOf("<!DOCTYPE", parser.position);
    throw new XmlFault("doctype", at, "<!DOCTYPE");
  });
  parser.on("opentagstart", ({ name }) => {
    // The character behind the name is read already.
    offset = text.lastIndexOf("<", parser.position - 2);
    if (open.length >= DEEPEST) throw new XmlFault("nesting", offset, `<${name}`);
    reached.tag = name;
    passed();
  });
  parser.on("attribute", passed);
  parser.on("comment", passed);
  parser.on("processinginstruction", passed);
  parser.on("opentag", ({ local, uri, attributes }) => {
    const element: XmlElement = {
      name: local,
      namespace: uri,
      attributes: new Map(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      offset,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    passed();
  });
  parser.on("closetag", ({ name }) => {
    reached.tag = name;
    open.pop();
    passed();
  });
  const words = (said: string) => {
    open.at(-1)?.children.push(said);
    passed();
  };
  parser.on("text", words);
  parser.on("cdata", words);
  parser.write(text).close();
  if (!root) throw new XmlFault("xml-end", text.length, "");
  return root;
}

/** A character that XML itself cannot say, which XLIFF has an element for. */
export function characterOf({ name, attributes }: XmlElement): string {
  const hex = name === "cp" ? /^[\da-fA-F]{1,6}$/.exec(attributes.get("hex") ?? "") : null;
  const code = hex ? Number.parseInt(hex[0], 16) : Number.NaN;
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
