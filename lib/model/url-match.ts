/** Matching of addresses, apart from its schema so that a host page never loads zod. */

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

/** See `UrlPattern` in url-pattern.ts. */
export interface UrlGlobs {
  host?: string | undefined;
  path?: string | undefined;
  query?: Record<string, string> | undefined;
  hash?: string | undefined;
}

export function matchesUrl(pattern: UrlGlobs, address: Address): boolean {
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
    return value !== undefined && matchesGlob(glob, value, undefined);
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

/** `*` stands for anything without `separator`, `**` for anything at all. */
function matchesGlob(
  glob: string | undefined,
  text: string,
  separator: "." | "/" | undefined,
): boolean {
  if (glob === undefined) return true;
  const oneSegment = separator ? `[^${separator}]*` : "[^]*";
  const source = glob
    .split(/(\*{1,2})/)
    .map((part) => {
      if (part === "**") return "[^]*";
      if (part === "*") return oneSegment;
      return part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`).test(text);
}
