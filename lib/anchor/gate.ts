import type { Absent, Answer } from "./answer.ts";
import { liesWithin } from "./candidate.ts";
import type { Family } from "./family.ts";
import { claimantOf, type Ranked, type Ranking, rivalOf, twinsOf } from "./ranking.ts";
import { GATE, type Gate } from "./weights.ts";

/** What can be said for sure of a ranking. */
export function decide(ranking: Ranking, gate: Gate = GATE): Answer {
  const { ranked, exact } = ranking;
  const certain = exact && ranked.find(({ index }) => index === exact.index);
  const held = certain && certain.value >= rivalOf(certain.index, ranking) - gate.behind;
  const best = held ? certain : ranked[0];
  if (!best) return nothing("the page has nothing that could be meant");
  const { index, value: score } = best;
  const margin = score - rivalOf(index, ranking);
  const facts = { score, margin };
  const claimant = claimantOf(index, ranking);
  if (claimant !== undefined) {
    const reason = "one element has its text, another its identifier";
    return { outcome: "ambiguous", rivals: [index, claimant], ...facts, reason };
  }
  const found = (tier: 0 | 1 | 2, reason: string): Answer => {
    const twin = twinsOf(index, ranking).length > 0;
    return { outcome: "found", index, tier, ...facts, reason, ...(twin && { twin }) };
  };
  if (exact && held) return found(exact.tier, EXACT_REASONS[exact.tier]);
  if (passes(best, margin, ranking, gate)) return found(2, "most evidence agrees");
  if (score < gate.likely.score) {
    return { outcome: "absent", ...facts, reason: "nothing in the page is like it" };
  }
  if (margin < gate.likely.margin) {
    const rivals = rivalsOf(best, ranking, gate.likely.margin);
    const reason = `${rivals.length} elements are equally like it`;
    return { outcome: "ambiguous", rivals, ...facts, reason };
  }
  if (isSupported(best, ranking, gate) && !ranking.foreign) {
    return { outcome: "likely", index, ...facts, reason: "much speaks for an element, not enough" };
  }
  return { outcome: "absent", ...facts, reason: "too little speaks for the likest element" };
}

const EXACT_REASONS = [
  "its own identifier, and its text agrees",
  "the only one of its kind with this text",
] as const;

function passes(best: Ranked, margin: number, ranking: Ranking, gate: Gate): boolean {
  const reaches = (door: { score: number; margin: number }) =>
    best.value >= door.score && margin >= door.margin;
  const several = isSupported(best, ranking, gate);
  if (ranking.foreign) {
    const placed = best.families.get("order") === 1 && !best.families.has("text");
    return (several && reaches(gate.foreign)) || (placed && reaches(gate.placed));
  }
  if (several && reaches(gate)) return true;
  if (reaches(gate.agreed) && naming(best, gate) > 1) return true;
  const { target, scene } = ranking;
  if (target.family !== scene.features[best.index]?.family) return false;
  const sure = best.families.get("identity") === 1 || best.families.get("link") === 1;
  const worded = agreeing(best, gate).includes("text");
  return (sure && reaches(gate.marked)) || (worded && reaches(gate.worded));
}

/** Several families speak for it; where its text contradicts, the strong ones among them. */
function isSupported(best: Ranked, { target }: Ranking, gate: Gate): boolean {
  const families = agreeing(best, gate);
  if (families.length < gate.families) return false;
  if (target.texts.length === 0 || families.includes("text")) return true;
  // In another language texts were not compared, except for what is not translated.
  if (!best.families.has("text")) return true;
  const strong = Math.max(best.families.get("identity") ?? 0, best.families.get("link") ?? 0);
  return strong >= gate.despiteText;
}

/** How many of the families by which people and programs name things agree. */
function naming({ families }: Ranked, { agreed }: Gate): number {
  const reaches = (family: Family, least: number) => (families.get(family) ?? 0) >= least;
  const names = [
    reaches("text", agreed.text),
    reaches("identity", agreed.mark),
    reaches("link", agreed.mark),
  ];
  return names.filter(Boolean).length;
}

/** Families that speak for it; size and place do not count. */
function agreeing({ families }: Ranked, { agrees }: Gate): Family[] {
  return [...families].flatMap(([family, similarity]) =>
    family !== "shape" && similarity >= agrees ? [family] : [],
  );
}

/** The innermost of all that are nearly as like it. */
function rivalsOf(best: Ranked, { ranked, scene }: Ranking, margin: number): number[] {
  const near = ranked.filter(({ value }) => value > best.value - margin);
  return near
    .filter(
      (outer) => !near.some((inner) => liesWithin(scene.candidates, inner.index, outer.index)),
    )
    .map(({ index }) => index);
}

export function nothing(reason: string): Absent {
  return { outcome: "absent", score: 0, margin: 0, reason };
}
