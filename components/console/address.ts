import { SECTIONS, type Section } from "./sections.ts";

/** Where the console is: a section, what is opened in it, and how its list is filtered. */
export interface Address {
  section: Section;
  id: string | null;
  query: Readonly<Record<string, string>>;
}

export const NO_QUERY: Address["query"] = {};

/** `#section/ID?name=value`; null when it names no section. */
export function readAddress(hash: string): Address | null {
  const [path = "", search = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const [name = "", rest = ""] = path.split(/\/(.*)/s);
  const section = SECTIONS.find((one) => one === name);
  if (!section) return null;
  return { section, id: decoded(rest), query: Object.fromEntries(new URLSearchParams(search)) };
}

/** What `readAddress` reads. Empty values of the query are left out. */
export function writeAddress({ section, id, query }: Address): string {
  const said = Object.entries(query).filter(([, value]) => value !== "");
  const search = new URLSearchParams(said).toString();
  const path = id === null ? section : `${section}/${encodeURIComponent(id)}`;
  return `#${path}${search === "" ? "" : `?${search}`}`;
}

function decoded(text: string): string | null {
  try {
    return text === "" ? null : decodeURIComponent(text);
  } catch {
    // Typed by hand: `%` without two digits stands for itself.
    return text;
  }
}
