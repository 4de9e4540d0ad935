import { descendant, lineage, matches } from "../../anchor/dom/safe.ts";
import type { Fingerprint, Sample } from "../../model/anchor.ts";
import { OPT_OUTS } from "../sensitive/name-rules.ts";
import { discreet } from "./discreet-text.ts";

/** The sample without what is discreetly left out of texts. What is looked for among digits and addresses would be somebody else's the next time anyway. */
export function discreetSample(sample: Sample, element: Element): Sample {
  const { fingerprint, words } = sample;
  const print = discreetPrint(fingerprint);
  return {
    ...sample,
    fingerprint: without(print, hiddenParts(element)),
    ...(words && { words: kept(words) }),
  };
}

/** How far up neighbours are read from. */
const AROUND = 3;

/** What is not to be kept where the app has marked the element, or something near it, as private. */
function hiddenParts(element: Element): readonly (keyof Fingerprint)[] {
  const way = [...lineage(element)];
  if (way.some((around) => matches(around, OPT_OUTS))) return [...TEXTS, "neighbours"];
  return way.slice(1, AROUND + 1).some((around) => descendant(around, OPT_OUTS))
    ? ["neighbours"]
    : [];
}

function without(print: Fingerprint, parts: readonly (keyof Fingerprint)[]): Fingerprint {
  const left = { ...print };
  for (const part of parts) delete left[part];
  return left;
}

const TEXTS = [
  "name",
  "text",
  "label",
  "alt",
  "title",
  "placeholder",
  "landmark",
  "heading",
] as const;

function discreetPrint(print: Fingerprint): Fingerprint {
  const result: Fingerprint = { ...print };
  for (const part of TEXTS) {
    const text = discreet(print[part]);
    if (text === undefined) delete result[part];
    else result[part] = text;
  }
  if (print.neighbours) result.neighbours = kept(print.neighbours);
  if (print.row) {
    const { column: said, ...row } = print.row;
    const column = discreet(said);
    result.row = { ...row, ...(column !== undefined && { column }) };
  }
  return result;
}

function kept(texts: readonly string[]): string[] {
  return texts.flatMap((text) => discreet(text) ?? []);
}
