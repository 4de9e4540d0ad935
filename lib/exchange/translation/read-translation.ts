import { readXliff } from "./read-xliff.ts";
import { readTranslationCsv } from "./translation-csv.ts";
import { type ReadTranslation, refused } from "./translation-file.ts";

/** Reads a file with a translation, whatever its name: XLIFF or CSV. Nothing of it is run or fetched. Never throws. */
export function readTranslation(text: string): ReadTranslation {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start === "") return refused({ fault: "empty", near: "" });
  return start.startsWith("<") ? readXliff(text.replace(/^\uFEFF/, "")) : readTranslationCsv(text);
}
