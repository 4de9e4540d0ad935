import type { Fingerprint } from "../model/anchor.ts";
import type { Evidence } from "./family.ts";
import type { Features } from "./features.ts";
import { jaccard } from "./text.ts";
import { WEIGHTS } from "./weights.ts";

/** Where the element stands: its region, what is around it, its box and its path. */
export function* contextEvidence(
  target: Features,
  candidate: Features,
  foreign: boolean,
): Iterable<Evidence> {
  if (target.regionKey && !foreign) {
    const same = target.regionKey === candidate.regionKey;
    yield {
      family: "context",
      weight: WEIGHTS.region,
      similarity: same ? 1 : jaccard(target.region, candidate.region),
    };
  }
  if (target.neighbours.size > 0 && !foreign) {
    yield {
      family: "context",
      weight: WEIGHTS.neighbours,
      similarity: jaccard(target.neighbours, candidate.neighbours),
    };
  }
  if (foreign && target.source.landmark) {
    yield {
      family: "context",
      weight: WEIGHTS.region,
      similarity: Number(target.source.landmark === candidate.source.landmark),
    };
  }
  yield* shapeEvidence(target.source, candidate.source);
}

function* shapeEvidence(target: Fingerprint, candidate: Fingerprint): Iterable<Evidence> {
  const { box, ancestors } = target;
  if (box && sameViewport(target, candidate)) {
    yield { family: "shape", weight: WEIGHTS.size, similarity: sizeSimilarity(box, candidate.box) };
    yield {
      family: "shape",
      weight: WEIGHTS.location,
      similarity: nearness(box, candidate.box),
    };
  }
  if (ancestors && ancestors.length > 0) {
    yield {
      family: "shape",
      weight: WEIGHTS.path,
      similarity: pathSimilarity(ancestors, candidate.ancestors ?? []),
    };
  }
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

/** Longest common subsequence of the tags, of the longer path. */
function pathSimilarity(a: readonly string[], b: readonly string[]): number {
  const left = a.map(tagOf);
  const right = b.map(tagOf);
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

/** Without the role or id that an ancestor is written with, such as "div#main" or "ul[menu]". */
function tagOf(ancestor: string): string {
  return /^[^#[]*/.exec(ancestor)?.[0] ?? ancestor;
}
