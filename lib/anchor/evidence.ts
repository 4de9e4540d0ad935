import { contextEvidence } from "./evidence-context.ts";
import type { Evidence, Family } from "./family.ts";
import type { Features } from "./features.ts";
import { hrefSimilarity } from "./href.ts";
import type { Population } from "./population.ts";
import { roleSimilarity } from "./role.ts";
import { containment, jaccard, normalise } from "./text.ts";
import { AGREES, PARTIAL, WEIGHTS } from "./weights.ts";

export interface Setting {
  population: Population;
  /** The page speaks another language than the sample: words say nothing, marks without words count double. */
  foreign: boolean;
}

export interface Score {
  /** 0 to 1. */
  value: number;
  /** Independent families that agree. */
  families: ReadonlySet<Family>;
}

export function score(target: Features, candidate: Features, setting: Setting): Score {
  let sum = 0;
  let all = target.texts.length === 0 && candidate.texts.length > 0 ? WEIGHTS.unexpectedText : 0;
  const families = new Set<Family>();
  for (const { family, weight, similarity } of evidence(target, candidate, setting)) {
    if (setting.foreign && family === "text") continue;
    const doubled =
      setting.foreign && (family === "identity" || family === "link" || family === "icon");
    const counted = doubled ? 2 * weight : weight;
    sum += counted * similarity;
    all += counted;
    if (family !== "shape" && similarity >= AGREES) families.add(family);
  }
  return { value: all === 0 ? 0 : sum / all, families };
}

function* evidence(target: Features, candidate: Features, setting: Setting): Iterable<Evidence> {
  yield* wordEvidence(target, candidate, setting.population);
  yield* markEvidence(target, candidate, setting.population);
  yield* contextEvidence(target, candidate, setting.foreign);
  yield {
    family: "shape",
    weight: WEIGHTS.role,
    similarity: roleSimilarity(target.family, candidate.family),
  };
  yield {
    family: "shape",
    weight: WEIGHTS.tag,
    similarity: Number(target.source.tag === candidate.source.tag),
  };
}

function* wordEvidence(
  target: Features,
  candidate: Features,
  population: Population,
): Iterable<Evidence> {
  const [first] = target.texts;
  if (first) {
    const rarity = Math.max(...target.texts.map(({ key }) => population.rarity("text", key)));
    yield {
      family: "text",
      weight: WEIGHTS.text * (0.4 + 0.6 * rarity),
      similarity: textSimilarity(target, candidate),
    };
  }
  for (const kind of ["label", "alt", "title", "placeholder"] as const) {
    const wanted = normalise(target.source[kind]);
    if (!wanted) continue;
    const similarity = Number(wanted === normalise(candidate.source[kind]));
    yield { family: "text", weight: WEIGHTS[kind], similarity };
  }
}

function textSimilarity(target: Features, candidate: Features): number {
  let best = 0;
  for (const wanted of target.texts) {
    for (const found of candidate.texts) {
      if (wanted.key === found.key) return 1;
      const alike = Math.max(
        jaccard(wanted.words, found.words),
        containment(wanted.words, found.words),
      );
      best = Math.max(best, PARTIAL.text * alike);
    }
  }
  return best;
}

function* markEvidence(
  target: Features,
  candidate: Features,
  population: Population,
): Iterable<Evidence> {
  if (target.id) {
    const same = target.id.key === candidate.id?.key;
    const alike = candidate.id ? jaccard(target.id.words, candidate.id.words) : 0;
    yield {
      family: "identity",
      weight: WEIGHTS.id * population.rarity("id", target.id.key),
      similarity: same ? 1 : PARTIAL.id * alike,
    };
  }
  for (const [name, value] of target.testIds) {
    yield {
      family: "identity",
      weight: WEIGHTS.testId * population.rarity("testId", `${name}=${value}`),
      similarity: Number(candidate.source.testIds?.[name] === value),
    };
  }
  const { field, href, icon } = target.source;
  if (field) {
    yield {
      family: "identity",
      weight: WEIGHTS.field * population.rarity("field", field),
      similarity: Number(field === candidate.source.field),
    };
  }
  if (href) {
    yield {
      family: "link",
      weight: WEIGHTS.href * population.rarity("href", target.hrefKey),
      similarity: hrefSimilarity(href, candidate.source.href),
    };
  }
  if (icon) {
    yield {
      family: "icon",
      weight: WEIGHTS.icon,
      similarity: Number(icon === candidate.source.icon),
    };
  }
}
