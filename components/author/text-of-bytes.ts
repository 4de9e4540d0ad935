/** A file's text: UTF-8, or UTF-16 that says so. Null: it is in something else. */
export function textOfBytes(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : null;
  const encoding = first === 0xfe && second === 0xff ? "utf-16be" : (wide ?? "utf-8");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
