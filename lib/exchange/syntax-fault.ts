import type { SyntaxFault } from "./script.ts";
import { placeAt, type TextPlace } from "./text-place.ts";

/** Why a file could not be read, by what would mend it. */
export const FILE_FAULTS = [
  /** Nothing is in it. */
  "empty",
  /** It can be read, but there is no tour or recording in it that is known. */
  "unknown",
  /** Two things stand beside each other. */
  "comma",
  /** A comma after which nothing follows. */
  "value",
  /** A quote or bracket is never closed. */
  "open",
  /** The file ends too early. */
  "end",
  /** A bracket that closes nothing. */
  "bracket",
  "nesting",
  "syntax",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Where a text cannot be read any further, and what is probably missing there. */
export function faultIn(
  text: string,
  { offset, message }: SyntaxFault,
): TextPlace & { fault: FileFault; near: string } {
  const rest = text.slice(offset);
  const before = text.slice(0, offset).trimEnd().at(-1) ?? "";
  return { ...placeAt(text, offset), fault: kindOf(message, before, rest), near: lineOf(rest) };
}

function kindOf(message: string, before: string, rest: string): FileFault {
  if (/unterminated/i.test(message)) return "open";
  if (/nesting/i.test(message)) return "nesting";
  if (rest.trim() === "") return "end";
  if (before === "," && /^[,}\]]/.test(rest)) return "value";
  if (/[\w"'`}\])]/.test(before) && /^["'`{[\w]/.test(rest)) return "comma";
  return /^[}\])]/.test(rest) ? "bracket" : "syntax";
}

function lineOf(text: string): string {
  const line = /^.*/.exec(text)?.[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
