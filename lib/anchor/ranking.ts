import type { Anchor } from "../model/anchor.ts";
import { type Candidate, sameControl } from "./candidate.ts";
import { type Score, type Setting, score } from "./evidence.ts";
import { carriesMark, findById, findByText, isTwin, type Scene } from "./exact.ts";
import { type Features, prepare, prepareOnce } from "./features.ts";
import { vocabularyOf } from "./language.ts";
import { createPopulation, type Population } from "./population.ts";

export interface Surroundings {
  /** The page speaks another language than all samples. */
  foreign?: boolean | undefined;
  /** Other elements with the very text or identifier are not among the candidates: nothing is the only one. */
  partial?: boolean | undefined;
  /** Counts over the whole page where `candidates` are only a short list of it. */
  population?: Population | undefined;
}

export type Ranked = Score & { index: number };

/** All candidates as one sample of an anchor sees them; nothing is decided yet. */
export interface Ranking {
  target: Features;
  scene: Scene;
  /** Best first. */
  ranked: readonly Ranked[];
  /** What carries the target's very identifier or text, and could be answered without a score. */
  exact: { index: number; tier: 0 | 1 } | undefined;
  /** The page speaks another language than the sample. */
  foreign: boolean;
}

/** One ranking for each sample. It does not depend on the order of the candidates, except for the indices in it. */
export function rank(
  anchor: Anchor,
  candidates: readonly Candidate[],
  { foreign = false, partial = false, population }: Surroundings = {},
): Ranking[] {
  const features = candidates.map(({ fingerprint }) => prepareOnce(fingerprint));
  const counts = population ?? countAll(features);
  return anchor.samples.map((sample) => {
    const setting = { population: counts, foreign: foreign ? vocabularyOf(sample) : undefined };
    const ranking = rankFor(prepare(sample.fingerprint), candidates, features, setting);
    return partial ? { ...ranking, exact: undefined } : ranking;
  });
}

function rankFor(
  target: Features,
  candidates: readonly Candidate[],
  features: readonly Features[],
  setting: Setting,
): Ranking {
  const ranked = features
    .map((candidate, index) => ({ index, ...score(target, candidate, setting) }))
    .sort((a, b) => b.value - a.value || depth(candidates, b.index) - depth(candidates, a.index));
  const scene = { candidates, features, likeness: ranked.map(({ index }) => index) };
  return {
    target,
    scene,
    ranked,
    exact: findExact(target, scene, setting),
    foreign: setting.foreign !== undefined,
  };
}

function findExact(target: Features, scene: Scene, { foreign }: Setting): Ranking["exact"] {
  const byId = findById(target, scene, foreign !== undefined);
  if (byId !== undefined) return { index: byId, tier: 0 };
  const byText = findByText(target, scene);
  return byText === undefined ? undefined : { index: byText, tier: 1 };
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

/** Score of the best different control; a twin is none. */
export function rivalOf(index: number, { ranked, scene }: Ranking): number {
  const rival = ranked.find(
    (other) =>
      !sameControl(scene.candidates, index, other.index) && !isTwin(scene, index, other.index),
  );
  return rival?.value ?? 0;
}

/** Another control that carries the target's identifier, where this one has another or none. */
export function claimantOf(index: number, { target, ranked, scene }: Ranking): number | undefined {
  const carries = ({ index: at }: Ranked) => carriesMark(target, scene.features[at]);
  const bearers = ranked.filter(carries).map((bearer) => bearer.index);
  if (bearers.some((bearer) => sameControl(scene.candidates, index, bearer))) return undefined;
  return bearers[0];
}

/** Other controls with the same text that lead to the same place: each is as good. */
export function twinsOf(index: number, { ranked, scene }: Ranking): number[] {
  return ranked
    .map((other) => other.index)
    .filter((other) => !sameControl(scene.candidates, index, other) && isTwin(scene, index, other));
}

function countAll(features: readonly Features[]): Population {
  const population = createPopulation();
  for (const candidate of features) population.add(candidate);
  return population;
}
