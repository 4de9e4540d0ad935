import { readGuideFile } from "./guide-file.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import { isZip, textOfFile } from "./zip.ts";

/** As `readFile`, for the bytes of a file, which may also be a zip with a guide of ours. */
export function readBytes(bytes: Uint8Array): ReadFile {
  if (!isZip(bytes)) return readFile(textOfFile(bytes));
  const file = readGuideFile(bytes);
  if (!file.ok) return { ok: false, problems: file.error };
  const read = readFile(JSON.stringify(file.value.guide));
  return read.ok ? { ...read, pictures: [...file.value.pictures.values()] } : read;
}
