import * as z from "zod/mini";

/** The parts of an address that a pattern looks at; the pure folders never see a `URL`. */
export interface Address {
  /** Host with port, such as "app.example.com:8443". */
  host: string;
  pathname: string;
  /** With its "?", or empty. */
  search: string;
  /** With its "#", or empty. */
  hash: string;
}

const Glob = z.string().check(z.minLength(1), z.maxLength(300));

/**
 * Where something holds. `*` stands for anything within one segment (between "/", or between "." in a host),
 * `**` for anything at all. A part that is left out is not looked at.
 */
export const UrlPattern = z
  .strictObject({
    host: z.optional(Glob),
    path: z.optional(Glob),
    query: z.optional(z.record(z.string().check(z.maxLength(100)), Glob)),
    hash: z.optional(Glob),
  })
  .check(
    z.refine((pattern) => Object.keys(pattern).length > 0, {
      error: 'at least one of "host", "path", "query", "hash"',
    }),
  );
export type UrlPattern = z.infer<typeof UrlPattern>;

export function matchesUrl(pattern: UrlPattern, address: Address): boolean {
  return (
    matchesGlob(pattern.host, address.host, ".") &&
    matchesGlob(pattern.path, address.pathname, "/") &&
    matchesGlob(pattern.hash, address.hash.replace(/^#/, ""), "/") &&
    matchesQuery(pattern.query, address.search)
  );
}

function matchesQuery(query: Record<string, string> | undefined, search: string): boolean {
  if (!query) return true;
  const actual = new Map(
    search
      .replace(/^\?/, "")
      .split("&")
      .map((pair) => {
        const [key = "", value = ""] = pair.split("=", 2);
        return [decode(key), decode(value)] as const;
      }),
  );
  return Object.entries(query).every(([key, glob]) => {
    const value = actual.get(key);
    return value !== undefined && matchesGlob(glob, value, "");
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

export function matchesGlob(glob: string | undefined, text: string, separator: string): boolean {
  if (glob === undefined) return true;
  const anything = separator === "" ? "[^]*" : `[^${separator === "." ? "." : "/"}]*`;
  const source = glob
    .split(/(\*{1,2})/)
    .map((part) => {
      if (part === "**") return "[^]*";
      if (part === "*") return anything;
      return part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`).test(text);
}
