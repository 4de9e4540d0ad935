import type { Anchor } from "../model/anchor.ts";
import { type Ambiguous, type Answer, better } from "./answer.ts";
import { type Candidate, liesWithin } from "./candidate.ts";
import type { Features } from "./features.ts";
import { decide, nothing } from "./gate.ts";
import { type Ranking, rank, type Surroundings } from "./ranking.ts";

/** What an author's word on rows comes to; undefined if the anchor was not taken in a row, or nothing was said. */
export function locateInRows(
  anchor: Anchor,
  candidates: readonly Candidate[],
  surroundings: Surroundings,
): Answer | undefined {
  const samples = anchor.samples.filter(({ fingerprint }) => fingerprint.row);
  if (!anchor.row || samples.length === 0) return undefined;
  const inRows = { ...anchor, samples };
  if (anchor.row === "this") return inThisRow(inRows, candidates, surroundings);
  return rank(inRows, candidates, surroundings)
    .map((ranking) => ofAll(ranking, anchor.row === "first"))
    .reduce(better, nothing("no row has it"));
}

/** A row's name as it is compared: digits tell rows apart, so they stay. */
export function rowKey(text: string | undefined): string {
  return (text ?? "").normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Rows that one of the samples was taken in. */
export function isWantedRow({ samples }: Anchor, key: string | undefined): boolean {
  const wanted = rowKey(key);
  return wanted !== "" && samples.some((one) => rowKey(one.fingerprint.row?.key) === wanted);
}

function inThisRow(
  anchor: Anchor,
  candidates: readonly Candidate[],
  surroundings: Surroundings,
): Answer {
  const kept = candidates.flatMap(({ fingerprint }, index) =>
    isWantedRow(anchor, fingerprint.row?.key) ? [index] : [],
  );
  if (kept.length === 0) return nothing("its row is not in the page");
  const place = new Map(kept.map((index, at) => [index, at]));
  const row = kept.map((index): Candidate => {
    const { fingerprint, parent } = candidates[index] as Candidate;
    return { fingerprint, parent: parent === undefined ? undefined : place.get(parent) };
  });
  const answer = rank(anchor, row, surroundings)
    .map((ranking) => decide(ranking))
    .reduce(better, nothing("its row lacks it"));
  if ("index" in answer) return { ...answer, index: kept[answer.index] as number };
  if (answer.outcome === "absent") return answer;
  return { ...answer, rivals: answer.rivals.map((at) => kept[at] as number) };
}

/** All that do in their rows what the target does in its own: in the target's list, if that can be told. */
function ofAll({ target, scene, ranked }: Ranking, first: boolean): Answer {
  const { candidates, features } = scene;
  const alike = ranked.filter(({ index }) => isSameAction(target, features[index] as Features));
  const outer = alike.filter(
    ({ index }) => !alike.some((other) => liesWithin(candidates, index, other.index)),
  );
  const near = outer.filter(({ index }) => features[index]?.regionKey === target.regionKey);
  const meant = (near.length > 0 ? near : outer).toSorted(
    (a, b) => placeOf(features[a.index]) - placeOf(features[b.index]),
  );
  const [top, next] = meant;
  if (!top) return nothing("no row has it");
  const score = top.value;
  const single = !next || (first && placeOf(features[next.index]) > placeOf(features[top.index]));
  if (single) {
    const reason = next ? "the first row that has it" : "the only row that has it";
    return { outcome: "found", index: top.index, tier: 1, score, margin: score, reason };
  }
  const answer: Ambiguous = {
    outcome: "ambiguous",
    rivals: meant.map(({ index }) => index),
    score,
    margin: 0,
    reason: `${meant.length} rows have it`,
  };
  return first ? answer : { ...answer, choose: true };
}

function placeOf(features: Features | undefined): number {
  return features?.source.row?.place[0] ?? 0;
}

function isSameAction(target: Features, candidate: Features): boolean {
  const [was, is] = [target.source.row, candidate.source.row];
  if (!is || target.family !== candidate.family) return false;
  if (was?.column && is.column && rowKey(was.column) !== rowKey(is.column)) return false;
  if (was?.naming) return is.naming === true;
  if (target.texts.length > 0) {
    return target.texts.some(({ key }) => candidate.texts.some((text) => text.key === key));
  }
  const { tag, icon } = target.source;
  if (icon) return icon === candidate.source.icon;
  return tag === candidate.source.tag && candidate.texts.length === 0;
}
