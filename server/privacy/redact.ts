/** By what a person is known in what others wrote about them. */
export interface Handles {
  /** Ids of users: of a champion, and as an entry of a list of people. */
  ids: ReadonlySet<string>;
  /** Addresses in lower case, wherever they stand. */
  emails: ReadonlySet<string>;
  /** Names, where one stands alone: those of champions who are known by nothing else, and entries of lists of people. */
  names: ReadonlySet<string>;
  /** Words that are taken out wherever they stand. */
  words?: string;
}

export interface Redacted<T> {
  value: T;
  /** Entries of lists that were theirs, as they were. */
  entries: unknown[];
  /** Texts that named them, as they were. */
  texts: string[];
}

/** What stands where somebody was named. */
export const GONE = "[deleted]";

/** Values that are left alone: a colleague, who is no end user, and the names of records and accounts. */
export const LEFT_ALONE: ReadonlySet<string> = new Set(["owner", "id", "account", "groupId"]);

/**
 * A value without what names these people: entries of lists that are theirs go, and in texts a mark takes the place of
 * the name. `key`: the name of the value, because lists of people are called `people`.
 */
export function redact<T>(value: T, handles: Handles, key = ""): Redacted<T> {
  const entries: unknown[] = [];
  const texts: string[] = [];
  const patterns = patternsOf(handles);
  const isTheirs = (entry: unknown, list: string): boolean => {
    if (typeof entry === "string") {
      return list === "people" && isNamed(entry, handles);
    }
    return typeof entry === "object" && entry !== null && isPerson(entry, handles);
  };
  const walk = (part: unknown, name: string): unknown => {
    if (LEFT_ALONE.has(name)) return part;
    if (typeof part === "string") {
      const isName = name === "champion" && isNamed(part, handles);
      const next = isName ? GONE : patterns.reduce((text, one) => text.replace(one, GONE), part);
      if (next !== part) texts.push(part);
      return next;
    }
    if (Array.isArray(part)) {
      const kept = part.filter((entry) => !isTheirs(entry, name));
      if (kept.length < part.length) entries.push(...part.filter((one) => isTheirs(one, name)));
      return kept.map((entry) => walk(entry, name));
    }
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([inner, one]) => [inner, walk(one, inner)]),
    );
  };
  return { value: walk(value, key) as T, entries, texts };
}

function isNamed(text: string, { ids, emails, names }: Handles): boolean {
  return ids.has(text) || names.has(text) || emails.has(text.toLowerCase());
}

/** A champion is known by user and address, and only without either by their name. */
function isPerson(entry: object, { ids, emails, names }: Handles): boolean {
  const { user, email, name } = entry as Record<string, unknown>;
  if (typeof user === "string" && ids.has(user)) return true;
  if (typeof email === "string" && emails.has(email.toLowerCase())) return true;
  return user === undefined && email === undefined && typeof name === "string" && names.has(name);
}

function patternsOf({ emails, words }: Handles): RegExp[] {
  return [
    ...[...emails].map((email) =>
      whole(email, "[\\p{L}\\p{N}._%+-]", "[\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}]"),
    ),
    ...(words === undefined ? [] : [whole(words, "[\\p{L}\\p{N}_]", "[\\p{L}\\p{N}_]")]),
  ];
}

function whole(text: string, before: string, after: string): RegExp {
  return new RegExp(`(?<!${before})${escaped(text)}(?!${after})`, "giu");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
