import type { HowToEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";

export interface Reader {
  language: string;
  /** Best first. */
  wanted: readonly string[];
}

/** How-tos that stand under one heading. */
export interface Shelf {
  of: "here" | "lately" | "category" | "rest" | "all";
  /** Of `category`: its name. */
  name: string | null;
  entries: readonly HowToEntry[];
}

/** Of those the person used last so many stand apart. */
const LATELY = 3;

/**
 * L10 of docs/spec/library.md. What was used is taken as it was when the how-to was first seen: nothing may move away
 * under the hand of who reads it.
 */
export function createShelves(): (
  entries: readonly HowToEntry[],
  reader: Reader,
  apart: boolean,
) => Shelf[] {
  const usedAt = new Map<string, number | null>();

  return (entries, { language, wanted }, apart) => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    for (const { guide, usedAt: at } of entries) if (!usedAt.has(guide)) usedAt.set(guide, at);
    const used = ({ guide }: HowToEntry) => usedAt.get(guide) ?? 0;
    const named = ({ name }: HowToEntry) => localize(name, wanted);
    const byName = (some: readonly HowToEntry[]) =>
      some.toSorted((a, b) => compare(named(a), named(b)));

    const here = entries.filter(isMadeForPage);
    const others = entries.filter((entry) => !isMadeForPage(entry));
    if (!apart)
      return filled([{ of: "all", name: null, entries: [...byName(here), ...byName(others)] }]);
    const lately = others
      .filter((entry) => used(entry) > 0)
      .toSorted((a, b) => used(b) - used(a))
      .slice(0, LATELY);
    const shelved = Map.groupBy(
      byName(others.filter((entry) => !lately.includes(entry))),
      ({ category }) => category && localize(category, wanted),
    );
    const rest = shelved.get(null) ?? [];
    const categories = [...shelved].flatMap(([name, some]) =>
      name === null ? [] : [{ of: "category" as const, name, entries: some }],
    );
    const shelves = filled([
      { of: "here", name: null, entries: byName(here) },
      { of: "lately", name: null, entries: lately },
      ...categories.toSorted((a, b) => compare(a.name, b.name)),
      { of: "rest", name: null, entries: rest },
    ]);
    const [only] = shelves;
    // The only one needs no heading, unless it says something.
    return shelves.length === 1 && only?.of === "rest" ? [{ ...only, of: "all" }] : shelves;
  };
}

const filled = (shelves: readonly Shelf[]) => shelves.filter(({ entries }) => entries.length > 0);

/** Its trigger names this page, rather than any. */
export function isMadeForPage({ fitsPage, where }: HowToEntry): boolean {
  return fitsPage && where !== null;
}
