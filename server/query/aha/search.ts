import { benjaminiHochberg, simes } from "./false-discovery.ts";
import { fisherExact } from "./fisher.ts";
import { oddsRatioOf, phiOf, type Table } from "./table.ts";

/** "At least so many times" is tried for 1 to this. */
export const MOST_TIMES = 10;
/** "In the first so many days" is tried for these; the day of the first use is the first. */
export const SPANS: readonly number[] = [1, 3, 7, 14];
/** The share of false finds among the features told. */
const FALSE_FINDS = 0.05;
const MOST_TOLD = 10;

/** People who could have used a feature, and how often those did who did. */
export interface FeatureCounts {
  feature: string;
  stayed: number;
  left: number;
  uses: readonly {
    /** One of the spans, days. */
    within: number;
    /** Uses in these days; `MOST_TIMES` stands for more, too. */
    times: number;
    stayed: boolean;
    people: number;
  }[];
}

/** "At least `times` times in the first `within` days", of a feature. */
export interface Moment {
  feature: string;
  times: number;
  within: number;
  table: Table;
}

export interface Finding extends Moment {
  /** Benjamini and Hochberg's, of the feature among all features. */
  q: number;
}

/**
 * The features whose use at the beginning goes with staying beyond chance, each with the cut-off that tells best (by
 * phi), by odds ratio. Every cut-off with support is tested; those of one feature are much alike, so they are first
 * made one p (Simes) and then corrected over the features. Over all cut-offs at once, the forty of one true find would
 * let others pass.
 */
export function searchMoments(
  features: readonly FeatureCounts[],
  spans: readonly number[],
): { features: number; cutOffs: number; findings: Finding[] } {
  const tried = features
    .map((counts) => momentsOf(counts, spans))
    .filter(({ length }) => length > 0);
  const qs = benjaminiHochberg(
    tried.map((moments) => simes(moments.map(({ table }) => fisherExact(table)))),
  );
  const findings = tried
    .map((moments, index) => ({ ...best(moments), q: qs[index] ?? 1 }))
    .filter(({ q }) => q <= FALSE_FINDS)
    .sort((a, b) => oddsRatioOf(b.table).ratio - oddsRatioOf(a.table).ratio);
  return {
    features: tried.length,
    cutOffs: tried.reduce((sum, { length }) => sum + length, 0),
    findings: findings.slice(0, MOST_TOLD),
  };
}

function momentsOf(counts: FeatureCounts, spans: readonly number[]): Moment[] {
  const { feature, stayed, left } = counts;
  return spans.flatMap((within) => {
    const uses = counts.uses.filter((one) => one.within === within);
    return Array.from({ length: MOST_TIMES }, (_, index) => {
      const times = index + 1;
      const enough = uses.filter((one) => one.times >= times);
      const didStayed = peopleIn(enough.filter((one) => one.stayed));
      const didLeft = peopleIn(enough) - didStayed;
      const table = {
        didStayed,
        didLeft,
        elseStayed: stayed - didStayed,
        elseLeft: left - didLeft,
      };
      return { feature, times, within, table };
    }).filter(({ table }) => hasSupport(table));
  });
}

/** As PostHog does it: at least 25 people or 2 % of all did it, whichever is less; and somebody. */
function hasSupport({ didStayed, didLeft, elseStayed, elseLeft }: Table): boolean {
  const did = didStayed + didLeft;
  return did > 0 && did >= Math.min(25, 0.02 * (did + elseStayed + elseLeft));
}

function peopleIn(uses: FeatureCounts["uses"]): number {
  return uses.reduce((sum, { people }) => sum + people, 0);
}

/** Of several alike the first: fewer days, then fewer times. */
function best(moments: readonly Moment[]): Moment {
  return moments.reduce((a, b) => (phiOf(b.table) > phiOf(a.table) ? b : a));
}
