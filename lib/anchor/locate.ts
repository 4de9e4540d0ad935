import type { Anchor, Fingerprint } from "../model/anchor.ts";
import { type Absent, type Answer, better } from "./answer.ts";
import { type Candidate, liesWithin, sameControl } from "./candidate.ts";
import { type Score, type Setting, score } from "./evidence.ts";
import { findById, findByText, type Scene } from "./exact.ts";
import { type Features, prepare } from "./features.ts";
import { isForeign } from "./language.ts";
import { createPopulation, NO_POPULATION, type Population } from "./population.ts";
import { GATE } from "./weights.ts";

export interface Surroundings {
  /** Language of the page, as the document states it. */
  lang?: string | undefined;
  /** Counts over the whole page where `candidates` are only a short list of it. */
  population?: Population | undefined;
}

/**
 * The element that an anchor means, of those in the page. The answer does not depend on the order of the
 * candidates, except for the indices in it.
 */
export function locate(
  anchor: Anchor,
  candidates: readonly Candidate[],
  { lang, population }: Surroundings = {},
): Answer {
  const features = candidates.map(({ fingerprint }) => prepare(fingerprint));
  const counts = population ?? countAll(features);
  return anchor.samples
    .map((sample) => {
      const setting = { population: counts, foreign: isForeign(sample.lang, lang) };
      return locateSample(prepare(sample.fingerprint), candidates, features, setting);
    })
    .reduce(better, nothing("the page has nothing that could be meant"));
}

function locateSample(
  target: Features,
  candidates: readonly Candidate[],
  features: readonly Features[],
  setting: Setting,
): Answer {
  const ranked = features
    .map((candidate, index) => ({ index, ...score(target, candidate, setting) }))
    .sort((a, b) => b.value - a.value || depth(candidates, b.index) - depth(candidates, a.index));
  const scene = { candidates, features, likeness: ranked.map(({ index }) => index) };
  const exact = (index: number, tier: 0 | 1, reason: string): Answer => {
    const own = ranked.find((entry) => entry.index === index)?.value ?? 0;
    const margin = own - rivalOf(index, ranked, scene);
    return { outcome: "found", index, tier, score: own, margin, reason };
  };
  const byId = findById(target, scene, setting.foreign);
  if (byId !== undefined) return exact(byId, 0, "its own identifier, and its text agrees");
  const byText = setting.foreign ? undefined : findByText(target, scene);
  if (byText !== undefined) return exact(byText, 1, "the only one of its kind with this text");
  return gate(ranked, scene, setting);
}

/** Of equal candidates inside each other the innermost is meant. */
function depth(candidates: readonly Candidate[], index: number): number {
  let hops = 0;
  let at = candidates[index]?.parent;
  while (at !== undefined && hops < candidates.length) {
    hops++;
    at = candidates[at]?.parent;
  }
  return hops;
}

type Ranked = Score & { index: number };

function gate(ranked: readonly Ranked[], scene: Scene, { foreign }: Setting): Answer {
  const [best] = ranked;
  if (!best) return nothing("the page has nothing that could be meant");
  const margin = best.value - rivalOf(best.index, ranked, scene);
  const answer = { score: best.value, margin };
  if (best.value < GATE.score) {
    return { outcome: "absent", ...answer, reason: "nothing in the page is like it" };
  }
  const needed = foreign ? GATE.foreignMargin : GATE.margin;
  if (margin < needed) {
    const near = ranked.filter(({ value }) => value > best.value - needed);
    const rivals = near.filter(
      (outer) => !near.some((inner) => liesWithin(scene.candidates, inner.index, outer.index)),
    );
    return {
      outcome: "ambiguous",
      rivals: rivals.map(({ index }) => index),
      ...answer,
      reason: `${rivals.length} elements are equally like it`,
    };
  }
  if (best.families.size < GATE.families) {
    return { outcome: "absent", ...answer, reason: "too little speaks for the likest element" };
  }
  return {
    outcome: "found",
    index: best.index,
    tier: 2,
    ...answer,
    reason: "most evidence agrees",
  };
}

/** Score of the best different control. */
function rivalOf(index: number, ranked: readonly Ranked[], { candidates }: Scene): number {
  return ranked.find((other) => !sameControl(candidates, index, other.index))?.value ?? 0;
}

/** How well an element matches its anchor, 0 to 1: whether what is pointed at is still the same thing. */
export function likeness(anchor: Anchor, fingerprint: Fingerprint, lang?: string): number {
  const candidate = prepare(fingerprint);
  return Math.max(
    ...anchor.samples.map((sample) => {
      const setting = { population: NO_POPULATION, foreign: isForeign(sample.lang, lang) };
      return score(prepare(sample.fingerprint), candidate, setting).value;
    }),
  );
}

function countAll(features: readonly Features[]): Population {
  const population = createPopulation();
  for (const candidate of features) population.add(candidate);
  return population;
}

function nothing(reason: string): Absent {
  return { outcome: "absent", score: 0, margin: 0, reason };
}
