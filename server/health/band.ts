/** Worst first. */
export const BANDS = ["poor", "fair", "good"] as const;
export type Band = (typeof BANDS)[number];

/** Points beyond a limit that are believed at once; less is believed on the second day. */
export const MARGIN = 3;

/** poor below 50, fair from 50 to 75, good above. */
export function bandOf(score: number): Band {
  return score < 50 ? "poor" : score <= 75 ? "fair" : "good";
}

/**
 * H7 of docs/spec/health.md: the band in which an account is, so that one on a limit does not go to and fro.
 * `before`: the last day before this one on which there was a score, with the band it was in then.
 */
export function settleBand(before: { score: number; band: Band } | null, score: number): Band {
  if (!before) return bandOf(score);
  const rank = (band: Band) => BANDS.indexOf(band);
  const at = (index: number) => BANDS[index] ?? "fair";
  const [now, was, then] = [rank(bandOf(score)), rank(before.band), rank(bandOf(before.score))];
  const up = Math.max(rank(bandOf(score - MARGIN)), Math.min(now, then));
  const down = Math.min(rank(bandOf(score + MARGIN)), Math.max(now, then));
  if (up > was) return at(up);
  return down < was ? at(down) : before.band;
}
