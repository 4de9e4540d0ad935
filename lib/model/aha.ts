import * as z from "zod/mini";
import { SyncPolicy } from "./bundle.ts";

const count = z.int().check(z.nonnegative());
const ratio = z.number().check(z.nonnegative());

/** With fewer people in all, or fewer who stayed or who left, nothing is said. */
export const AHA_FEWEST = { people: 50, each: 10 } as const;

/** "Used `feature` at least `times` times in the first `within` days", which goes with staying. */
export const AhaMoment = z.object({
  feature: z.string(),
  name: z.string(),
  /** The feature is published, so that a signal can be made of it. */
  published: z.boolean(),
  times: count,
  /** UTC days, that of the first use included. */
  within: count,
  /** People who did it and those who did not, of those who began when the feature was counted already. */
  didStayed: count,
  didLeft: count,
  elseStayed: count,
  elseLeft: count,
  /** Odds of staying with it over those without, with its interval of 95 %. */
  oddsRatio: ratio,
  low: ratio,
  high: ratio,
  phi: z.number(),
  /** P(stayed | did) / P(stayed). */
  lift: ratio,
  /** P(stayed | did). */
  precision: ratio,
  /** P(did | stayed). */
  coverage: ratio,
  /** p after the correction for everything that was tried. */
  q: ratio,
});
export type AhaMoment = z.infer<typeof AhaMoment>;

/**
 * `GET /v1/query/aha?from=21&to=28&days=180`: what people did in their first days that goes with staying. A person
 * stayed who used any feature in the days `from` to `to` (exclusive) after that of the first use.
 */
export const AhaMoments = z.object({
  from: count,
  to: count,
  /** The first use was in so many days until the newest for which `to` days are over. */
  days: count,
  /** Which raw events leave the devices now. */
  sync: SyncPolicy.shape.events,
  people: count,
  stayed: count,
  /** Began too recently to say whether they stayed. */
  young: count,
  /** Fewer than `AHA_FEWEST`: there are no moments. */
  tooFew: z.boolean(),
  /** More than ten times as many stayed as left, or the reverse: the figures rest on few people. */
  skewed: z.boolean(),
  /** Features and, of these, cut-offs that were tried. */
  features: count,
  cutOffs: count,
  /** At most ten, the highest odds ratio first. */
  moments: z.array(AhaMoment),
});
export type AhaMoments = z.infer<typeof AhaMoments>;
