import { type Anchor, SAMPLE_LIMIT } from "../model/anchor.ts";

type Sample = Anchor["samples"][number];

/**
 * The anchor with one more sample of what its author says is the element. The originals stay whatever happens; an
 * earlier confirmation in the same language and build gives way, else the oldest, so that no more than `SAMPLE_LIMIT`
 * remain. An anchor that came with more originals keeps them all and one confirmation.
 */
export function addSample(anchor: Anchor, sample: Sample & { confirmedAt: number }): Anchor {
  const originals = anchor.samples.filter(({ confirmedAt }) => confirmedAt === undefined);
  const others = anchor.samples
    .filter((one) => one.confirmedAt !== undefined && !isSamePlace(one, sample))
    .sort((a, b) => (b.confirmedAt ?? 0) - (a.confirmedAt ?? 0));
  const room = Math.max(0, SAMPLE_LIMIT - originals.length - 1);
  return { ...anchor, samples: [...originals, ...others.slice(0, room).reverse(), sample] };
}

function isSamePlace(a: Sample, b: Sample): boolean {
  return a.lang === b.lang && a.build === b.build;
}
