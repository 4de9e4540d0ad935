import type { Fingerprint } from "../model/anchor.ts";
import type { Tally } from "./family.ts";
import type { Features } from "./features.ts";
import { jaccard } from "./text.ts";
import { PARTIAL, WEIGHTS } from "./weights.ts";

/** Where the element stands: its region, what is around it, its box and its path. */
export function tallyContext(
  target: Features,
  candidate: Features,
  foreign: boolean,
  tally: Tally,
): void {
  if (foreign) {
    const { landmark, order } = target.source;
    if (landmark) {
      const same = kindOf(landmark) === kindOf(candidate.source.landmark ?? "");
      tally("context", WEIGHTS.region, Number(same));
    }
    if (order) tally("order", WEIGHTS.order, orderSimilarity(target, candidate));
  } else {
    if (target.regionKey) {
      const same = target.regionKey === candidate.regionKey;
      tally("context", WEIGHTS.region, same ? 1 : jaccard(target.region, candidate.region));
    }
    if (target.neighbours.size > 0) {
      const alike = jaccard(target.neighbours, candidate.neighbours);
      tally("context", WEIGHTS.neighbours, alike);
    }
  }
  const { box } = target.source;
  if (box && sameViewport(target.source, candidate.source)) {
    tally("shape", WEIGHTS.size, sizeSimilarity(box, candidate.source.box));
    tally("shape", WEIGHTS.location, nearness(box, candidate.source.box));
  }
  if (target.path.length > 0) {
    tally("shape", WEIGHTS.path, pathSimilarity(target.path, candidate.path));
  }
}

/** Without its label, which is translated. */
function kindOf(landmark: string): string | undefined {
  return landmark.split(" ")[0];
}

/** The same place among as many of the same build; if there are more or fewer of them by now, among its siblings. */
function orderSimilarity(target: Features, candidate: Features): number {
  const [was, is] = [target.source, candidate.source];
  const sameBuild =
    was.tag === is.tag && was.role === is.role && isEqual(target.path, candidate.path);
  if (!sameBuild) return 0;
  if (was.order?.[1] === is.order?.[1]) return Number(was.order?.[0] === is.order?.[0]);
  return was.position && isEqual(was.position, is.position ?? []) ? PARTIAL.sibling : 0;
}

function isEqual<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((one, at) => one === right[at]);
}

type Box = NonNullable<Fingerprint["box"]>;

function sizeSimilarity(a: Box, b: Box | undefined): number {
  if (!b) return 0;
  const [small, large] = [a.width * a.height, b.width * b.height].sort((x, y) => x - y);
  return small && large ? small / large : 0;
}

/** Things keep their column longer than their row. */
function nearness(a: Box, b: Box | undefined): number {
  return b ? Math.exp(-0.004 * Math.hypot(a.x - b.x, 0.7 * (a.y - b.y))) : 0;
}

/** Phone, tablet, desk: between them a layout is another one, and boxes say nothing. */
function sameViewport(a: Fingerprint, b: Fingerprint): boolean {
  if (!a.viewport || !b.viewport) return true;
  return viewportClass(a.viewport.width) === viewportClass(b.viewport.width);
}

function viewportClass(width: number): number {
  if (width < 600) return 0;
  return width < 1024 ? 1 : 2;
}

type Path = readonly string[];
const similarities = new WeakMap<Path, WeakMap<Path, number>>();

/** Elements in the same place share their path, so it is compared once. */
function pathSimilarity(left: Path, right: Path): number {
  const known = similarities.get(left) ?? new WeakMap<Path, number>();
  similarities.set(left, known);
  const similarity = known.get(right) ?? commonPart(left, right);
  known.set(right, similarity);
  return similarity;
}

/** Longest common subsequence of the tags, of the longer path. */
function commonPart(left: Path, right: Path): number {
  if (isEqual(left, right)) return 1;
  let row = new Array<number>(right.length + 1).fill(0);
  for (const tag of left) {
    const next = [0];
    for (const [column, other] of right.entries()) {
      const longer = Math.max(row[column + 1] ?? 0, next[column] ?? 0);
      next.push(tag === other ? (row[column] ?? 0) + 1 : longer);
    }
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(left.length, right.length);
}
