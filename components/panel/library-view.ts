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
  /** More may be found in a moment. */
  searching: boolean;
  /** Nothing of it is in the chosen category, but there is something in others. */
  elsewhere: boolean;
  categories: readonly string[];
}

interface Library {
  /** All of its texts as one, to be compared. */
  said: string;
  texts: readonly LibraryText[];
  /** Where each how-to stands, by its id. */
  places: ReadonlyMap<string, number>;
  index: LibraryIndex;
}

export interface LibraryLens {
  look(entries: readonly HowToEntry[], asked: Asked, reader: Reader): LibraryView;
  /** Takes texts up before anything is asked; resolves when all can be found. Null: they can be already. */
  prepare(entries: readonly HowToEntry[], reader: Reader): Promise<void> | null;
}

/** Looks at the same library again and again. What can be searched is made with the first question, and anew when a text changed. */
export function createLibraryLens(): LibraryLens {
  const shelvesOf = createShelves();
  let known: { entries: unknown; wanted: unknown; library: Library } | undefined;
  /** Entries come anew with all news, mostly with the same texts. */
  const libraryOf = (entries: readonly HowToEntry[], { wanted }: Reader): Library => {
    if (known?.entries === entries && known.wanted === wanted) return known.library;
    const texts = entries.map((entry) => textOf(entry, wanted));
    const said = JSON.stringify(texts);
    const index = known?.library.said === said ? known.library.index : createLibraryIndex(texts);
    const places = new Map(entries.map(({ guide }, at) => [guide, at]));
    known = { entries, wanted, library: { said, texts, places, index } };
    return known.library;
  };

  const look: LibraryLens["look"] = (entries, { typed, category, limit }, reader) => {
    const categoryOf = ({ category: of }: HowToEntry) => of && localize(of, reader.wanted);
    const { compare } = new Intl.Collator(reader.language);
    const categories = [...new Set(entries.map(categoryOf).filter((name) => name !== null))].sort(
      compare,
    );
    const chosen = category !== null && categories.includes(category) ? category : null;
    const inCategory = (entry: HowToEntry) => chosen === null || categoryOf(entry) === chosen;
    if (typed.trim() === "") {
      const shown = entries.filter(inCategory);
      const shelves = cut(shelvesOf(shown, reader, chosen === null), limit);
      return {
        shelves,
        found: null,
        all: true,
        count: shown.length,
        left: Math.max(0, shown.length - limit),
        searching: false,
        elsewhere: false,
        categories,
      };
    }
    const { texts, places, index } = libraryOf(entries, reader);
    const here = new Set(entries.filter(isMadeForPage).map(({ guide }) => guide));
    const { found, all } = index.search(typed, here);
    const results = found.flatMap(({ guide, terms }) => {
      const at = places.get(guide) ?? -1;
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
      searching: !index.isReady(),
      elsewhere: results.length === 0 && found.length > 0,
      categories,
    };
  };
  return {
    look,
    prepare(entries, reader) {
      const { index } = libraryOf(entries, reader);
      return index.isReady() ? null : index.ready;
    },
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
