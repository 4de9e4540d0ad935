import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Result } from "../model/parse.ts";

/** By path; a text is written as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The first moment that a zip can say, in whatever time zone: the same files are the same bytes. */
const EARLIEST = "1980-01-01T00:00:00";

/** Texts are made smaller, pictures are small already. */
export function zipOf(files: Files): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, content]) =>
    typeof content === "string"
      ? ([path, [strToU8(content), { level: 6 }]] as const)
      : ([path, [content, { level: 0 }]] as const),
  );
  return new Uint8Array(zipSync(Object.fromEntries(entries) as never, { mtime: EARLIEST }));
}

/** Unpacked more than this is no guide but somebody's joke. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 2_000;

/** The files of a zip, by path. Nothing is unpacked that says it is too large, or is not asked for. */
export function filesOfZip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): Result<Map<string, Uint8Array<ArrayBuffer>>> {
  let left = MOST_BYTES;
  let files = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files++;
        if (!isWanted(name)) return false;
        left -= originalSize;
        if (left < 0 || files > MOST_FILES) throw new RangeError("too large");
        return true;
      },
    });
    const entries = Object.entries(unpacked).map(
      ([path, content]) => [path, new Uint8Array(content)] as const,
    );
    return { ok: true, value: new Map(entries) };
  } catch (error) {
    const large = error instanceof RangeError;
    const found = large ? "a zip that is too large" : `a zip that cannot be read (${error})`;
    const allowed = large
      ? `at most ${MOST_FILES} files of ${MOST_BYTES / 1024 / 1024} MB together`
      : "a zip file that is whole, without a password";
    return { ok: false, error: [{ path: "", found, allowed }] };
  }
}

/** A zip begins with these bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

export function textOfFile(bytes: Uint8Array): string {
  return strFromU8(bytes);
}
