import { isRecord, type Places } from "./script-value.ts";

/** In a text, both from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** Where the value at a path such as `steps[2].popover.title` is written, or what is nearest around it. */
export function placeOfPath(
  text: string,
  root: { value: unknown; offset: number; places: Places },
  path: string,
): TextPlace {
  let { value, offset } = root;
  for (const key of keysOf(path)) {
    if (!isRecord(value) && !Array.isArray(value)) break;
    const next = root.places.get(value)?.get(key);
    if (next === undefined) break;
    offset = next;
    value = (value as Record<string, unknown>)[key];
  }
  return placeAt(text, offset);
}

function keysOf(path: string): string[] {
  const parts = path.matchAll(/\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]|([^.[\]]+)/g);
  return [...parts].map(([, quoted, index, name]) =>
    quoted === undefined ? (index ?? name ?? "") : (JSON.parse(quoted) as string),
  );
}
