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
        const [key = "", ...value] = pair.split("=");
        return [decode(key), decode(value.join("="))] as const;
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

/**
 * `*` stands for anything without `separator`, `**` for anything at all. Keeps the places in the text that the parts so
 * far can lead to, so that no pattern takes longer than its length times that of the text.
 */
function matchesGlob(
  glob: string | undefined,
  text: string,
  separator: "." | "/" | undefined,
): boolean {
  if (glob === undefined) return true;
  let reached = new Set([0]);
  for (const part of glob.split(/(\*{1,2})/)) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part !== "*" && part !== "**") {
        if (text.startsWith(part, at)) next.add(at + part.length);
      } else if (!next.has(at)) {
        const stop = part === "*" && separator ? text.indexOf(separator, at) : -1;
        const last = stop === -1 ? text.length : stop;
        for (let place = at; place <= last; place += 1) next.add(place);
      }
    }
    reached = next;
  }
  return reached.has(text.length);
}
