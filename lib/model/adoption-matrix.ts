import * as z from "zod/mini";

const count = z.int().check(z.nonnegative());

/** How far somebody took a feature up; each includes those after it. */
export const ADOPTION_LEVELS = ["tried", "adopted", "habitual"] as const;
export type AdoptionLevel = (typeof ADOPTION_LEVELS)[number];

/** `GET /v1/query/adoption?by=account.plan`: features × groups of people, of those seen in the last 28 days. */
export const AdoptionMatrix = z.object({
  /** How people are grouped: "everybody", "segments", or an attribute such as "account.plan". */
  by: z.string(),
  /** Every possible `by`. */
  groupings: z.array(z.string()),
  /** The first is everybody. `other`: those of further values; `none`: those who have no value. */
  columns: z.array(
    z.object({
      id: z.string(),
      type: z.enum(["everybody", "segment", "value", "other", "none"]),
      name: z.string(),
      people: count,
    }),
  ),
  /** Segments that only a device can decide, by the kind of condition that is in the way. */
  undecided: z.array(z.object({ name: z.string(), condition: z.string() })),
  features: z.array(
    z.object({
      feature: z.string(),
      name: z.string(),
      group: z.nullable(z.string()),
      /** The adoption signal that devices compute; null: worked out from the uses that devices sent. */
      signal: z.nullable(z.string()),
      /** In the order of the columns. `entitled`: whose plan has the feature, or is not known. */
      cells: z.array(z.object({ entitled: count, tried: count, adopted: count, habitual: count })),
    }),
  ),
});
export type AdoptionMatrix = z.infer<typeof AdoptionMatrix>;

/** Of fewer people a share says nothing. */
export const ADOPTION_MINIMUM = 5;
