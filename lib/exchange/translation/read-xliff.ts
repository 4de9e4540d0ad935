import { placeAt } from "../text-place.ts";
import type { Content } from "./content-builder.ts";
import { createCodeReader } from "./read-xliff-content.ts";
import { type ReadTranslation, type ReadUnit, refused } from "./translation-file.ts";
import { characterOf, readXml, type XmlElement } from "./xml.ts";

const CORE = /^urn:oasis:names:tc:xliff:document:2\./;
const DONE = new Set(["translated", "reviewed", "final"]);

/** Reads XLIFF of version 2, of which only the core counts. */
export function readXliff(text: string): ReadTranslation {
  const xml = readXml(text);
  if (!xml.ok) return refused(xml.problem);
  const { root } = xml;
  const place = placeAt(text, root.offset);
  if (root.name !== "xliff") return refused({ ...place, fault: "unknown", near: `<${root.name}>` });
  if (!CORE.test(root.namespace)) {
    return refused({ ...place, fault: "version", near: root.attributes.get("version") ?? "" });
  }
  const file = childrenOf(root, "file")[0];
  const [from, to] = ["srcLang", "trgLang"].map((key) => root.attributes.get(key) ?? "");
  if (!file) return refused({ ...place, fault: "empty", near: "" });
  if (!from || !to) return refused({ ...place, fault: "languages", near: from ?? "" });
  const units = unitsIn(file).map((unit) => readUnit(unit, text));
  return { ok: true, file: { guide: file.attributes.get("id") ?? "", from, to, units } };
}

function unitsIn(around: XmlElement): XmlElement[] {
  return childrenOf(around).flatMap((child) => {
    if (child.name === "group") return unitsIn(child);
    return child.name === "unit" ? [child] : [];
  });
}

function readUnit(unit: XmlElement, text: string): ReadUnit {
  const data = new Map(
    childrenOf(unit, "originalData").flatMap((all) =>
      childrenOf(all, "data").map((one) => [one.attributes.get("id") ?? "", wordsOf(one)]),
    ),
  );
  const parts = childrenOf(unit).filter(({ name }) => name === "segment" || name === "ignorable");
  const codes = createCodeReader(data);
  const sources = parts.flatMap((part) => childrenOf(part, "source"));
  const source = codes.read(sources.flatMap(({ children }) => children));
  return {
    id: unit.attributes.get("id") ?? "",
    place: placeAt(text, unit.offset),
    source,
    target: targetOf(parts, codes.read),
    done: parts.every(
      ({ name, attributes }) => name === "ignorable" || DONE.has(attributes.get("state") ?? ""),
    ),
  };
}

/** Null if any part of it is not translated. What lies between the parts may stay as it is in the source. */
function targetOf(
  parts: readonly XmlElement[],
  read: (content: XmlElement["children"]) => Content,
): Content | null {
  const targets = parts.map((part) => {
    const [target] = childrenOf(part, "target");
    return target ?? (part.name === "ignorable" ? childrenOf(part, "source")[0] : undefined);
  });
  if (!targets.every((target) => target !== undefined && target.children.length > 0)) return null;
  return read(targets.flatMap((target) => target?.children ?? []));
}

function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== "string" &&
      CORE.test(child.namespace) &&
      (name === undefined || child.name === name),
  );
}

function wordsOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? child : characterOf(child))).join("");
}
