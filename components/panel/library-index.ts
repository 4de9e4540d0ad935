import MiniSearch, { type Query } from "minisearch";
import {
  askedWords,
  onOtherKeyboard,
  stemOf,
  swapped,
  typosIn,
  type Word,
  wordsOf,
} from "./library-words.ts";

/** A how-to as its reader sees it: in one language, without pictures. */
export interface LibraryText {
  guide: string;
  name: string;
  category: string;
  steps: readonly { title: string; text: string }[];
}

export interface LibraryAnswer {
  found: readonly {
    guide: string;
    /** Words and stems by which it was found. */
    terms: ReadonlySet<string>;
  }[];
  /** Each has all the words that were asked for; else each has some of them. */
  all: boolean;
}

export interface LibraryIndex {
  /** Everything is in it; until then what is in it is found. */
  ready: Promise<void>;
  isReady(): boolean;
  /** The best first: L14 of docs/spec/library.md. `here`: those made for the page. */
  search(typed: string, here: ReadonlySet<string>): LibraryAnswer;
}

const NONE: LibraryAnswer = { found: [], all: true };
const BOOST = { name: 6, titles: 3, category: 2, texts: 1 };
/** How much more one made for the page counts. */
const HERE = 3;

const asItIs = (word: string) => word;
const either = (...queries: Query[]): Query => ({ combineWith: "OR", queries });
const exact = (...words: string[]): Query => either({ queries: words });
const begun = (word: string): Query => ({ queries: [word], prefix: true });
const mistyped = (word: string, letters: number): Query => ({ queries: [word], fuzzy: letters });

/** How-tos that are taken up in one go; in between the panel can do other things. */
const AT_ONCE = 10;

export function createLibraryIndex(texts: readonly LibraryText[]): LibraryIndex {
  const index = new MiniSearch<LibraryText>({
    idField: "guide",
    fields: ["name", "category", "titles", "texts"],
    extractField: (of, field) => fieldOf(of, field as keyof typeof BOOST | "guide"),
    tokenize: (text) => wordsOf(text).map(({ plain }) => plain),
    processTerm: (plain) => [plain, stemOf(plain)],
    searchOptions: {
      boost: BOOST,
      tokenize: (text) => [text],
      processTerm: asItIs,
    },
  });
  const ready = index.addAllAsync(texts, { chunkSize: AT_ONCE });
  const isThere = (query: Query) => index.search(query).length > 0;

  /** The word as somebody wrote it, or else as they may have meant it; undefined: nothing is like it. */
  const meant = ({ plain, stem }: Word): Query | undefined => {
    const written = either(exact(stem), begun(plain));
    if (isThere(written)) return written;
    const swaps = swapped(plain);
    const typos = either(
      mistyped(plain, typosIn(plain)),
      mistyped(stem, typosIn(plain)),
      exact(...swaps, ...swaps.map(stemOf)),
    );
    return isThere(typos) ? typos : undefined;
  };

  const ask = (typed: string) => askedWords(typed).map(meant);

  return {
    ready,
    isReady: () => index.documentCount === texts.length,
    search(typed, here) {
      const own = ask(typed);
      const other = own.every((query) => query === undefined) ? ask(onOtherKeyboard(typed)) : own;
      const known = other.filter((query) => query !== undefined);
      if (known.length === 0) return NONE;
      const boostDocument = (id: string) => (here.has(id) ? HERE : 1);
      const search = (combineWith: "AND" | "OR") =>
        index.search({ combineWith, queries: known }, { boostDocument }).map(({ id, match }) => ({
          guide: String(id),
          terms: new Set(Object.keys(match)),
        }));
      const whole = known.length === other.length ? search("AND") : [];
      return whole.length > 0 ? { found: whole, all: true } : { found: search("OR"), all: false };
    },
  };
}

function fieldOf(of: LibraryText, field: keyof typeof BOOST | "guide"): string {
  switch (field) {
    case "titles":
      return of.steps.map(({ title }) => title).join("\n");
    case "texts":
      return of.steps.map(({ text }) => text).join("\n");
    default:
      return of[field];
  }
}
