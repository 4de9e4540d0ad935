import type { HowToEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { plainText } from "../../lib/tour/plain-text.ts";
import { createLibraryIndex, type LibraryIndex, type LibraryText } from "./library-index.ts";
import { excerpt } from "./library-marks.ts";
import { createShelves, isMadeForPage, type Reader, type Shelf } from "./library-shelves.ts";

/** What a person asked of the library. */
export interface Asked {
  typed: string;
  /** As it is called in the reader's language; null: all. */
  category: string | null;
  /** How many how-tos to show at most. */
  limit: number;
}

/** A how-to that was found, and why. */
export interface Found {
  entry: HowToEntry;
  terms: ReadonlySet<string>;
  /** The words around what was found in its steps; null: it is its name or category. */
  excerpt: string | null;
}

export interface LibraryView {
  /** Nothing was asked for. */
  shelves: readonly Shelf[] | null;
  found: readonly Found[] | null;
  /** Each that was found has all the words. */
  all: boolean;
  /** How many there are, and how many of them are not shown. */
  count: number;
  left: number;
  /** Nothing of it is in the chosen category, but there is something in others. */
  elsewhere: boolean;
  categories: readonly string[];
}

/** Looks at the same library again and again: its index is made with the first question, and anew when a text changed. */
export function createLibraryView(): (
  entries: readonly HowToEntry[],
  asked: Asked,
  reader: Reader,
) => LibraryView {
  const shelvesOf = createShelves();
  let known: { texts: string; index: LibraryIndex } | undefined;
  const indexOf = (texts: readonly LibraryText[]) => {
    const key = JSON.stringify(texts);
    if (known?.texts !== key) known = { texts: key, index: createLibraryIndex(texts) };
    return known.index;
  };

  return (entries, { typed, category, limit }, reader) => {
    const categoryOf = ({ category: of }: HowToEntry) => of && localize(of, reader.wanted);
    const { compare } = new Intl.Collator(reader.language);
    const categories = [...new Set(entries.map(categoryOf).filter((name) => name !== null))].sort(
      compare,
    );
    const inCategory = (entry: HowToEntry) => category === null || categoryOf(entry) === category;
    if (typed.trim() === "") {
      const shown = entries.filter(inCategory);
      const shelves = cut(shelvesOf(shown, reader, category === null), limit);
      return {
        shelves,
        found: null,
        all: true,
        count: shown.length,
        left: Math.max(0, shown.length - limit),
        elsewhere: false,
        categories,
      };
    }
    const texts = entries.map((entry) => textOf(entry, reader.wanted));
    const here = new Set(entries.filter(isMadeForPage).map(({ guide }) => guide));
    const { found, all } = indexOf(texts).search(typed, here);
    const results = found.flatMap(({ guide, terms }) => {
      const at = entries.findIndex((entry) => entry.guide === guide);
      const entry = entries[at];
      return entry && inCategory(entry) ? [{ entry, terms, text: texts[at] }] : [];
    });
    return {
      shelves: null,
      found: results.slice(0, limit).map(({ entry, terms, text }) => ({
        entry,
        terms,
        excerpt: excerpt((text?.steps ?? []).map(said), terms),
      })),
      all,
      count: results.length,
      left: Math.max(0, results.length - limit),
      elsewhere: results.length === 0 && found.length > 0,
      categories,
    };
  };
}

function textOf({ guide, name, category, steps }: HowToEntry, wanted: readonly string[]) {
  return {
    guide,
    name: localize(name, wanted),
    category: category ? localize(category, wanted) : "",
    steps: steps.map(({ title, body }) => ({
      title: localize(title, wanted),
      text: plainText(localize(body, wanted)),
    })),
  };
}

function said({ title, text }: LibraryText["steps"][number]): string {
  return /[.!?:…]$/.test(title) ? `${title} ${text}` : `${title}. ${text}`;
}

function cut(shelves: readonly Shelf[], limit: number): Shelf[] {
  let room = limit;
  return shelves.flatMap((shelf) => {
    const entries = shelf.entries.slice(0, room);
    room -= entries.length;
    return entries.length > 0 ? [{ ...shelf, entries }] : [];
  });
}
