import type { Fingerprint, Sample } from "../../model/anchor.ts";

/** An e-mail address, or digits as in numbers of telephones, cards and orders: whose it is, not what the element is. */
const PERSONAL = /\S+@\S+|\+?\d(?:[\d\s().-]*\d){3,}/g;

/** A text without what names a person or a record; undefined if nothing else is in it. */
export function discreet(text: string | undefined): string | undefined {
  return text?.replace(PERSONAL, " ").replace(/\s+/g, " ").trim() || undefined;
}

/** The sample without it. What is looked for among digits and addresses would be somebody else's the next time anyway. */
export function discreetSample(sample: Sample): Sample {
  const { fingerprint, words } = sample;
  return {
    ...sample,
    fingerprint: discreetPrint(fingerprint),
    ...(words && { words: kept(words) }),
  };
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
