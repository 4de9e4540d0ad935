import { tallyContext } from "./evidence-context.ts";
import type { Family, Tally } from "./family.ts";
import type { Features } from "./features.ts";
import { hrefSimilarity } from "./href.ts";
import { type Vocabulary, wordsIn } from "./language.ts";
import type { Population } from "./population.ts";
import { roleSimilarity } from "./role.ts";
import { jaccard, normalise } from "./text.ts";
import { PARTIAL, RARE, WEIGHTS } from "./weights.ts";
import { wordingSimilarity } from "./wording.ts";

export interface Setting {
  population: Population;
  /**
   * Set if the page speaks another language than the sample, to words of the sample's page: texts without any of them
   * say nothing, and marks without words count double.
   */
  foreign?: Vocabulary | undefined;
}

export interface Score {
  /** 0 to 1. */
  value: number;
  /** Of all that was compared. */
  weight: number;
  /** How far the best evidence of each family agrees, 0 to 1. */
  families: ReadonlyMap<Family, number>;
}

export function score(target: Features, candidate: Features, setting: Setting): Score {
  let sum = 0;
  let all = target.texts.length === 0 && candidate.texts.length > 0 ? WEIGHTS.unexpectedText : 0;
  const families = new Map<Family, number>();
  const tally: Tally = (family, weight, similarity) => {
    const doubled =
      setting.foreign && (family === "identity" || family === "link" || family === "icon");
    const counted = doubled ? 2 * weight : weight;
    sum += counted * similarity;
    all += counted;
    families.set(family, Math.max(families.get(family) ?? 0, similarity));
  };
  if (isReadable(candidate, setting.foreign))
    tallyWords(target, candidate, setting.population, tally);
  tallyMarks(target, candidate, setting.population, tally);
  tallyContext(target, candidate, setting.foreign !== undefined, tally);
  tally("shape", WEIGHTS.role, roleSimilarity(target.family, candidate.family));
  tally("shape", WEIGHTS.tag, Number(target.source.tag === candidate.source.tag));
  const known = wasBeside(target, candidate) ? PARTIAL.beside : 1;
  return { value: all === 0 ? 0 : (known * sum) / all, weight: all, families };
}

/** Whether its texts, if it has any, are in the language of the sample, as far as words of it are known. */
function isReadable({ texts }: Features, foreign: Vocabulary | undefined): boolean {
  if (!foreign || texts.length === 0) return true;
  return texts.some(({ key }) => wordsIn(key).some((word) => foreign.has(word)));
}

/** Whether it says what something next to the target said: that is what it is then, and not the target renamed. */
function wasBeside(target: Features, candidate: Features): boolean {
  const isOwn = (key: string) => target.texts.some((text) => text.key === key);
  return (
    candidate.texts.some(({ key }) => target.neighbours.has(key)) &&
    !candidate.texts.some(({ key }) => isOwn(key))
  );
}

function tallyWords(
  target: Features,
  candidate: Features,
  population: Population,
  tally: Tally,
): void {
  if (target.texts.length > 0) {
    const rarity = Math.max(...target.texts.map(({ key }) => population.rarity("text", key)));
    const weight = WEIGHTS.text * (0.4 + 0.6 * rarity);
    tally("text", weight, wordingSimilarity(target.texts, candidate.texts));
  }
  for (const kind of ["label", "alt", "title", "placeholder"] as const) {
    const wanted = normalise(target.source[kind]);
    if (!wanted) continue;
    tally("text", WEIGHTS[kind], Number(wanted === normalise(candidate.source[kind])));
  }
}

function tallyMarks(
  target: Features,
  candidate: Features,
  population: Population,
  tally: Tally,
): void {
  if (target.id) {
    const same = target.id.key === candidate.id?.key;
    const alike = candidate.id ? PARTIAL.id * jaccard(target.id.words, candidate.id.words) : 0;
    tally(
      "identity",
      WEIGHTS.id * population.rarity("id", target.id.key),
      same ? PARTIAL.sameId : alike,
    );
  }
  for (const [name, value] of target.testIds) {
    const weight = WEIGHTS.testId * population.rarity("testId", `${name}=${value}`);
    tally("identity", weight, Number(candidate.source.testIds?.[name] === value));
  }
  const { field, href, icon } = target.source;
  if (field) {
    const weight = WEIGHTS.field * population.rarity("field", field);
    tally("identity", weight, Number(field === candidate.source.field));
  }
  if (href) {
    const weight = WEIGHTS.href * population.rarity("href", target.hrefKey);
    tally("link", weight, hrefSimilarity(href, candidate.source.href));
  }
  if (icon) {
    const rarity = population.rarity("icon", icon);
    const same = icon === candidate.source.icon;
    tally("icon", WEIGHTS.icon * rarity, same ? (rarity >= RARE ? 1 : PARTIAL.commonIcon) : 0);
  }
}
