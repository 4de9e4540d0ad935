import { mainLanguage } from "../../draft/languages.ts";
import type { Guide } from "../../model/guide.ts";
import type { Inline } from "../../model/rich-text.ts";
import { mapGuideTexts } from "./guide-texts.ts";
import { isAlike, rebuilt } from "./pieces.ts";
import { templateOf } from "./template.ts";
import type { Unit } from "./units.ts";

/** What a text becomes. */
export interface NewText {
  unit: Unit;
  target: readonly Inline[];
}

/**
 * The guide with these texts in a language. A body is made of the blocks of its translation, or of the source's if that is
 * made of others.
 */
export function withTexts(guide: Guide, language: string, texts: readonly NewText[]): Guide {
  const main = mainLanguage(guide);
  const of = (id: string) => texts.filter(({ unit }) => unit.part.id === id);
  return mapGuideTexts(guide, {
    words(part, there) {
      const [one] = of(part.id);
      return one ? { ...there, [language]: templateOf(one.target) } : there;
    },
    body(part, there) {
      const changed = of(part.id);
      if (changed.length === 0) return there;
      const source = there[main] ?? [];
      const before = there[language];
      const base = before && isAlike(source, before) ? before : source;
      const pieces = new Map(changed.map(({ unit, target }) => [unit.piece?.id ?? "", target]));
      return { ...there, [language]: rebuilt(base, pieces) };
    },
  });
}
