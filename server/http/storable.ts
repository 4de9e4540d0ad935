import type { Problem } from "../../lib/model/parse.ts";

/**
 * What keeps a JSON value out of the database, or undefined: nesting beyond `depth`, and text that PostgreSQL
 * cannot hold (NUL, half of a surrogate pair). The value itself counts as depth 1.
 */
export function findUnstorable(value: unknown, depth: number): Problem | undefined {
  return isStorable(value, depth) ? undefined : locate(value, depth, "");
}

/** Runs for every message, so it builds no paths. */
function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isText(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === 0) return false;
  for (const key in value) {
    if (!isText(key) || !isStorable((value as Record<string, unknown>)[key], depth - 1))
      return false;
  }
  return true;
}

function locate(value: unknown, depth: number, path: string): Problem | undefined {
  if (typeof value === "string") {
    return isText(value)
      ? undefined
      : { path, found: "a NUL or broken character", allowed: "text" };
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === 0) return { path, found: "deeper nesting", allowed: "fewer levels" };
  const entries = Array.isArray(value)
    ? value.map((entry, index) => [`${path}[${index}]`, entry] as const)
    : Object.entries(value).map(([key, entry]) => [path ? `${path}.${key}` : key, entry] as const);
  for (const [inner, entry] of entries) {
    if (!isText(inner))
      return { path, found: "a key with a NUL or broken character", allowed: "text" };
    const problem = locate(entry, depth - 1, inner);
    if (problem) return problem;
  }
  return undefined;
}

function isText(text: string): boolean {
  return !text.includes("\0") && (text as string & { isWellFormed(): boolean }).isWellFormed();
}
