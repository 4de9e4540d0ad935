import type { CsvEncoding } from "../../../lib/model/account-import.ts";

/**
 * The text of a file. Without a mark at its beginning, what is no UTF-8 is Windows-1251 if most of its letters beyond
 * ASCII are Cyrillic there, else Windows-1252.
 */
export function decode(
  bytes: Uint8Array,
  wanted?: CsvEncoding,
): { text: string; encoding: CsvEncoding } {
  const encoding = wanted ?? guess(bytes);
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function guess(bytes: Uint8Array): CsvEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    const text = new TextDecoder("windows-1251").decode(bytes);
    const letters = text.match(/[^\p{ASCII}]/gu) ?? [];
    const words = text.match(/[а-яё]{2,}/giu)?.join("") ?? "";
    return words.length * 2 > letters.length ? "windows-1251" : "windows-1252";
  }
}
