import { mainLanguage } from "../../draft/languages.ts";
import type { Guide } from "../../model/guide.ts";
import { contextOf } from "./context.ts";
import { type Unit, unitsOf } from "./units.ts";
import { createCodeWriter, xmlAttribute, xmlText } from "./xliff-content.ts";

export const XLIFF_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";
/** Of `subState`. */
export const OUTDATED = "wm:outdated";

/**
 * The texts of a guide with their translation into `language`, as XLIFF 2.1
 * (https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html), of which only the core is used.
 */
export function xliff(guide: Guide, language: string): string {
  const from = mainLanguage(guide);
  const languages = `srcLang="${xmlAttribute(from)}" trgLang="${xmlAttribute(language)}"`;
  const units = unitsOf(guide, language).map((unit) => written(unit, contextOf(unit, guide, from)));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF_NAMESPACE}" version="2.1" ${languages}>`,
    `  <file id="${xmlAttribute(guide.id)}" canResegment="no">`,
    ...units.flat(),
    "  </file>",
    "</xliff>",
  ].join("\n")}\n`;
}

function written({ id, source, target, outdated, other }: Unit, context: string): string[] {
  const codes = createCodeWriter();
  const content = (name: string, text: string) =>
    `        <${name} xml:space="preserve">${text}</${name}>`;
  const lines = [content("source", codes.write(source))];
  if (target) lines.push(content("target", codes.write(target)));
  const data = [...codes.data].map(([ref, text]) => `<data id="${ref}">${xmlText(text)}</data>`);
  const otherwise = other ? `<note category="translation">${xmlAttribute(other)}</note>` : "";
  const old = target && outdated ? ` subState="${OUTDATED}"` : "";
  const state = target && !outdated ? "translated" : "initial";
  return [
    `    <unit id="${xmlAttribute(id)}">`,
    `      <notes><note category="context">${xmlAttribute(context)}</note>${otherwise}</notes>`,
    ...(data.length > 0 ? [`      <originalData>${data.join("")}</originalData>`] : []),
    `      <segment state="${state}"${old}>`,
    ...lines,
    "      </segment>",
    "    </unit>",
  ];
}
