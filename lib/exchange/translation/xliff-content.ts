import type { Inline } from "../../model/rich-text.ts";

/**
 * Writes texts of one unit for XLIFF 2: each mark as a pair of codes, around words that are to be translated. What is the
 * same in source and target has the same number. `data`: addresses and names of variables, by id.
 */
export interface CodeWriter {
  write(content: readonly Inline[]): string;
  data: ReadonlyMap<string, string>;
}

export function createCodeWriter(): CodeWriter {
  const numbers: { key: string; number: number }[] = [];
  const data = new Map<string, string>();
  return {
    data,
    write(content) {
      const free = [...numbers];
      const numberOf = (key: string) => {
        const at = free.findIndex((one) => one.key === key);
        if (at >= 0) return free.splice(at, 1)[0]?.number ?? 0;
        const number = numbers.length + 1;
        numbers.push({ key, number });
        return number;
      };
      const dataOf = (number: number, text: string) => {
        const id = `d${number}`;
        data.set(id, text);
        return `dataRefStart="${id}"`;
      };
      const pair = (key: string, about: string, within: string, kept = "") => {
        const number = numberOf(key);
        const ref = kept === "" ? "" : ` canDelete="no" ${dataOf(number, kept)}`;
        return `<pc id="${number}" ${about}${ref}>${within}</pc>`;
      };
      const written = (inline: Inline): string => {
        switch (inline.type) {
          case "text":
            return xmlText(inline.text);
          case "variable": {
            const name = `${inline.of}.${inline.name}`;
            const about = 'type="other" subType="wm:variable"';
            return pair(`variable ${name}`, about, xmlText(inline.fallback), name);
          }
          case "code":
            return pair("code", 'type="fmt" subType="wm:code"', xmlText(inline.text));
          case "link": {
            const within = inline.children.map(written).join("");
            return pair(`link ${inline.href}`, 'type="link"', within, inline.href);
          }
          default: {
            const letter = inline.type === "strong" ? "b" : "i";
            const within = inline.children.map(written).join("");
            return pair(letter, `type="fmt" subType="xlf:${letter}"`, within);
          }
        }
      };
      return content.map(written).join("");
    },
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** What XML cannot say even by its number, and what editors make invisible. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** For attributes: what XML cannot say is left out. */
export function xmlAttribute(text: string): string {
  return text
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "")
    .replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** For content: XLIFF has an element for characters that XML cannot say. */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "")
    .replace(FORBIDDEN, (character) => {
      const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return `<cp hex="${hex}"/>`;
    });
}
