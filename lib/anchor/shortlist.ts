import type { Anchor, Fingerprint } from "../model/anchor.ts";
import { type Setting, score } from "./evidence.ts";
import { isExact } from "./exact.ts";
import { type Features, prepare } from "./features.ts";
import { vocabularyOf } from "./language.ts";
import { createPopulation, NO_POPULATION, type Population } from "./population.ts";
import { WEIGHTS } from "./weights.ts";

export interface Shortlist {
  /** Takes what is cheap to know of the next element, which may share something with the target. */
  add(fingerprint: Fingerprint): void;
  /** Takes the next element, of which a `Hint` said that it shares nothing with the target but its kind and place. */
  addOther(kind: Kind): void;
  /** By what all elements of a kind have in common. */
  kindOf(fingerprint: Fingerprint): Kind;
  /** Numbers of the elements that carry the target's text or identifier, in the order they were added. */
  exact: readonly number[];
  /** All elements, likest first. */
  ranking(): Iterable<Alike>;
  population: Population;
}

/** Elements of which nothing tells so far which of them is liker. */
export interface Alike {
  /** Of the elements, counted from 0 as they were added. */
  numbers: readonly number[];
  /** The score that a closer look can bring at most. */
  atMost: number;
  /** They share more with the target than kind and place. */
  hit: boolean;
}

/** Elements of the same kind and place, and maybe of others that are as like the target. */
export type Kind = Pick<Group, "numbers">;

interface Group {
  hit: boolean;
  /** One of them, for all. */
  features: Features;
  numbers: number[];
}

/** Collects a large page bit by bit, so that the walk can pause whenever the page needs the thread. */
export function createShortlist(anchor: Anchor, foreign = false): Shortlist {
  const population = createPopulation();
  const targets = anchor.samples.map((sample) => ({
    glimpsed: prepare(atAGlance(sample.fingerprint)),
    unseen: unseenWeight(sample.fingerprint, foreign),
    foreign: foreign ? vocabularyOf(sample) : undefined,
  }));
  const groups = { hits: new Map<number, Group>(), others: new Map<number, Group>() };
  const exact: number[] = [];
  let size = 0;

  const bestOf = (
    features: Features,
    counts: Population,
    of: (value: number, weight: number, unseen: number) => number,
  ): number => {
    const values = targets.map(({ glimpsed, foreign, unseen }) => {
      const setting: Setting = { population: counts, foreign };
      const { value, weight } = score(glimpsed, features, setting);
      return of(value, weight, unseen);
    });
    return Math.max(...values);
  };
  const groupFor = (features: Features, hit: boolean): Group => {
    const value = bestOf(features, NO_POPULATION, (seen) => seen);
    const among = hit ? groups.hits : groups.others;
    const group = among.get(value) ?? { hit, features, numbers: [] };
    among.set(value, group);
    return group;
  };
  return {
    population,
    exact,
    add(fingerprint) {
      const features = prepare(fingerprint);
      population.add(features);
      if (targets.some(({ glimpsed }) => isExact(glimpsed, features))) exact.push(size);
      groupFor(features, true).numbers.push(size++);
    },
    addOther({ numbers }) {
      population.addOther();
      numbers.push(size++);
    },
    kindOf: (fingerprint) => groupFor(prepare(fingerprint), false),
    *ranking() {
      const sorted = [...groups.hits, ...groups.others].sort(([a], [b]) => b - a);
      for (const [, { hit, features, numbers }] of sorted) {
        const atMost = bestOf(
          features,
          population,
          (value, weight, unseen) => (value * weight + unseen) / (weight + unseen),
        );
        yield { numbers, atMost, hit };
      }
    },
  };
}

/** What can be compared before an element is looked at closely. */
function atAGlance({ neighbours, heading, box, order, ...rest }: Fingerprint): Fingerprint {
  return rest;
}

/** How much the rest can add. */
function unseenWeight({ neighbours, heading, box, order }: Fingerprint, foreign: boolean): number {
  return (
    (foreign && order ? WEIGHTS.order : 0) +
    (neighbours?.length && !foreign ? WEIGHTS.neighbours : 0) +
    (heading && !foreign ? WEIGHTS.region : 0) +
    (box ? WEIGHTS.size + WEIGHTS.location : 0)
  );
}
