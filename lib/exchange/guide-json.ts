import { Guide } from "../model/guide.ts";
import { parse, type Result } from "../model/parse.ts";

/**
 * A guide as JSON of which differences can be read: fields in the order of the format, languages and names in that
 * of the alphabet, two spaces, a line end. The same guide is always the same text. Problems if it is no valid guide.
 */
export function guideJson(guide: unknown): Result<string> {
  const parsed = parse(Guide, sorted(guide));
  if (!parsed.ok) return parsed;
  return { ok: true, value: `${JSON.stringify(parsed.value, null, 2)}\n` };
}

/** With all keys in the order of the alphabet; parsing puts those that the format names into its order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
