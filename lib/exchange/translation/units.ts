import { mainLanguage } from "../../draft/languages.ts";
import type { Guide, Step } from "../../model/guide.ts";
import type { Inline } from "../../model/rich-text.ts";
import { plainText } from "../../tour/plain-text.ts";
import { mapGuideTexts, type TextPart } from "./guide-texts.ts";
import { isAlike, type Piece, piecesOf } from "./pieces.ts";
import { inlinesOfTemplate } from "./template.ts";

/** One text to be translated. */
export interface Unit {
  id: string;
  part: TextPart;
  /** Of a body: which piece of it. */
  piece: Piece | null;
  source: readonly Inline[];
  /** Null: not translated yet. */
  target: readonly Inline[] | null;
  /** The words of a translation that is made of other blocks, and is replaced by one that is made of these. */
  other?: string;
  /** Whether the source was changed after its translation. */
  outdated: boolean;
}

/**
 * Every text of a guide, with its translation into `language`, in the order in which they are read. A text that the main
 * language lacks is none. A body whose translation is made of other blocks has no translation here.
 */
export function unitsOf(guide: Guide, language: string): Unit[] {
  const main = mainLanguage(guide);
  const steps = new Map(guide.steps.map((step) => [step.id, step]));
  const units: Unit[] = [];
  mapGuideTexts(guide, {
    words(part, texts) {
      const source = texts[main];
      const target = texts[language];
      if (source) {
        units.push({
          id: part.id,
          part,
          piece: null,
          source: inlinesOfTemplate(source),
          target: target ? inlinesOfTemplate(target) : null,
          outdated: isOutdated(steps.get(part.step ?? ""), language),
        });
      }
      return texts;
    },
    body(part, texts) {
      const source = texts[main] ?? [];
      const there = texts[language];
      const alike = there && isAlike(source, there);
      const target = alike ? piecesOf(there) : [];
      const other = there && !alike ? plainText(there) : "";
      for (const [at, piece] of piecesOf(source).entries()) {
        units.push({
          id: `${part.id}:${piece.id}`,
          part,
          piece,
          source: piece.content,
          target: target[at]?.content ?? null,
          ...(other && { other }),
          outdated: isOutdated(steps.get(part.step ?? ""), language),
        });
      }
      return texts;
    },
  });
  return units;
}

function isOutdated(step: Step | undefined, language: string): boolean {
  return step?.outdated?.includes(language) ?? false;
}
