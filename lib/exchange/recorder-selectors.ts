import { stability } from "../anchor/stability.ts";
import type { Anchor, Fingerprint } from "../model/anchor.ts";

/** Ways to name an element that DevTools' Recorder and Puppeteer understand, the surest first; one way each. */
export function recorderSelectors(anchor: Anchor): string[][] {
  const print = anchor.samples[0]?.fingerprint;
  if (!print) return [];
  const { role, name, text, field, tag } = print;
  const selectors = [
    ...(name ? [`aria/${name}${role ? `[role="${role}"]` : ""}`] : []),
    ...testIds(print),
    ...idOf(print),
    ...(field ? [`${tag}[name=${cssString(field)}]`] : []),
    ...(text ? [`text/${text}`] : []),
  ];
  return (selectors.length > 0 ? selectors : [tag]).map((selector) => [selector]);
}

function testIds({ testIds: ids = {} }: Fingerprint): string[] {
  return Object.entries(ids).map(([name, value]) => `[${name}=${cssString(value)}]`);
}

function idOf({ id }: Fingerprint): string[] {
  if (!id || stability(id) === "random") return [];
  return [/^[A-Za-z_][\w-]*$/.test(id) ? `#${id}` : `[id=${cssString(id)}]`];
}

/** A string of CSS: https://drafts.csswg.org/cssom/#serialize-a-string */
export function cssString(text: string): string {
  const written = text.replace(/[\p{Cc}"\\]/gu, (character) => {
    if (character === "\0") return "\ufffd";
    const isControl = character !== '"' && character !== "\\";
    return `\\${isControl ? `${character.charCodeAt(0).toString(16)} ` : character}`;
  });
  return `"${written}"`;
}
