import { descendant, lineage, matches } from "../../anchor/dom/safe.ts";
import type { Fingerprint, Sample } from "../../model/anchor.ts";
import { OPT_OUTS } from "../sensitive/name-rules.ts";
import { sensitiveSpans } from "../sensitive/text-rules.ts";

/** An e-mail address, or digits as in numbers of telephones, cards and orders: whose it is, not what the element is. */
const PERSONAL = /\S+@\S+|\+?\d(?:[\d\s().-]*\d){3,}/g;

/** A text without what names a person or a record, or gives access; undefined if nothing else is in it. */
export function discreet(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const spans = sensitiveSpans(text);
  const isHidden = (at: number) => spans.some(({ start, end }) => at >= start && at < end);
  const open = text.split("").map((char, at) => (isHidden(at) ? " " : char));
  return open.join("").replace(PERSONAL, " ").replace(/\s+/g, " ").trim() || undefined;
}

/** The sample without it. What is looked for among digits and addresses would be somebody else's the next time anyway. */
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
  return result;
}

function kept(texts: readonly string[]): string[] {
  return texts.flatMap((text) => discreet(text) ?? []);
}
