import type { Candidate } from "./candidate.ts";
import { sameControl } from "./candidate.ts";
import type { Features } from "./features.ts";

/** The page prepared for a search. */
export interface Scene {
  candidates: readonly Candidate[];
  features: readonly Features[];
  /** Indices of all candidates, likest first. */
  likeness: readonly number[];
}

/**
 * The one control that carries the target's stable test id or id, if its text agrees. An id alone never decides:
 * applications give the same id to another thing.
 */
export function findById(target: Features, scene: Scene, foreign: boolean): number | undefined {
  const marks: ((candidate: Features) => boolean)[] = target.testIds.map(
    ([name, value]) =>
      (candidate) =>
        candidate.source.testIds?.[name] === value,
  );
  const { id } = target;
  if (id) marks.push((candidate) => candidate.id?.key === id.key);
  for (const carries of marks) {
    const hit = only(scene, matching(scene, carries));
    const found = hit === undefined ? undefined : scene.features[hit];
    if (found && agrees(target, found, foreign)) return hit;
  }
  return undefined;
}

function agrees(target: Features, found: Features, foreign: boolean): boolean {
  if (target.family !== found.family && !isPressed(target, found)) return false;
  return foreign || target.texts.length === 0 || shareText(target, found);
}

/** The one control of the target's role family with its exact text; among twins, the one in the target's region. */
export function findByText(target: Features, scene: Scene): number | undefined {
  if (target.texts.length === 0) return undefined;
  const hits = matching(scene, (candidate) =>
    target.texts.every(({ key }) => candidate.texts.some((text) => text.key === key)),
  );
  const same = hits.filter((index) => scene.features[index]?.family === target.family);
  const pressed = hits.filter((index) => isPressed(target, scene.features[index]));
  const alike = same.length > 0 ? same : pressed;
  const near = alike.filter((index) => scene.features[index]?.regionKey === target.regionKey);
  return only(scene, alike) ?? (target.regionKey ? only(scene, near) : undefined);
}

/** Whether both say the same and lead to the same place. */
export function isTwin({ features }: Scene, a: number, b: number): boolean {
  const [one, other] = [features[a], features[b]];
  if (!one?.hrefKey || !other || one.family !== other.family) return false;
  return leadsAlike(one, other) && shareText(one, other);
}

function leadsAlike(a: Features, b: Features): boolean {
  const [one, other] = [a.source.href, b.source.href];
  return (
    a.hrefKey === b.hrefKey && one?.host === other?.host && `${one?.query}` === `${other?.query}`
  );
}

/** Whether an exact tier could choose this candidate, were it the only one. */
export function isExact(target: Features, candidate: Features): boolean {
  return shareText(target, candidate) || carriesMark(target, candidate);
}

/** Whether the candidate has the id or a test id of the target. */
export function carriesMark(target: Features, candidate: Features | undefined): boolean {
  return (
    (target.id !== undefined && target.id.key === candidate?.id?.key) ||
    target.testIds.some(([name, value]) => candidate?.source.testIds?.[name] === value)
  );
}

const PRESSED = ["button", "link", "tab"];

/** A link that became a button, or the other way round. */
function isPressed(target: Features, candidate: Features | undefined): boolean {
  return [target.family, candidate?.family].every((family) => PRESSED.includes(family ?? ""));
}

function shareText(a: Features, b: Features): boolean {
  return a.texts.some(({ key }) => b.texts.some((text) => text.key === key));
}

function matching({ features }: Scene, test: (candidate: Features) => boolean): number[] {
  return features.flatMap((candidate, index) => (test(candidate) ? [index] : []));
}

/** The likest of the hits, if all of them are the same control at different depths. */
function only({ candidates, likeness }: Scene, hits: readonly number[]): number | undefined {
  const chain = hits.every((a) => hits.every((b) => sameControl(candidates, a, b)));
  if (!chain) return undefined;
  return likeness.find((index) => hits.includes(index));
}
