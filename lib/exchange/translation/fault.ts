import type { TextPlace } from "../text-place.ts";

/** Why a file with a translation could not be read, by what would mend it. */
export const FILE_FAULTS = [
  "empty",
  /** Not in UTF-8 or UTF-16. */
  "letters",
  /** Neither of the formats. */
  "unknown",
  /** It declares a document type, which could name other files or grow without bounds. */
  "doctype",
  "xml-tag",
  "xml-close",
  "xml-reference",
  "xml-end",
  /** Anything else that XML does not allow, in the words of its reader. */
  "xml",
  "nesting",
  /** XLIFF 1: another format. */
  "version",
  "columns",
  "quote",
  "other-guide",
  "languages",
] as const;
/** What is wrong with one text of it, which is left out. */
export const UNIT_FAULTS = [
  "unknown-unit",
  "twice",
  /** A mark that is none of ours. */
  "mark-unknown",
  /** A mark that is opened and not closed, or closed and not opened. */
  "mark-open",
  /** A mark with nothing in it. */
  "mark-empty",
  /** Marks, links or a variable where the text cannot have any. */
  "mark-misplaced",
  "link-unsafe",
  /** A link or a variable of the source is not there. */
  "mark-missing",
  "too-long",
  /** Other parts of this text are not translated. */
  "in-part",
] as const;
export type TranslationFault = (typeof FILE_FAULTS)[number] | (typeof UNIT_FAULTS)[number];

/** One thing wrong with it. `near`: what stands there, or what is missing. */
export interface TranslationProblem extends Partial<TextPlace> {
  fault: TranslationFault;
  near: string;
  unit?: string;
}

/** Of one text: as far as it could be read. */
export interface ContentFault {
  fault: (typeof UNIT_FAULTS)[number];
  near: string;
}

const LONGEST = 60;

export function near(text: string): string {
  const line = /^.*/.exec(text)?.[0] ?? "";
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
