import * as z from "zod/mini";
import { Condition } from "./condition.ts";
import { Attributes } from "./primitives.ts";

const count = z.int().check(z.nonnegative());

/** `POST /v1/query/audience` */
export const AudienceQuestion = z.strictObject({ condition: Condition });
export type AudienceQuestion = z.infer<typeof AudienceQuestion>;

/** How many people a condition fits now, of those seen in so many days. */
export const AudienceSize = z.object({
  /** null: only devices know enough for it. */
  people: z.nullable(count),
  of: count,
  days: count,
  /** The kind of condition for which only the device knows enough. */
  undecided: z.nullable(z.string()),
});
export type AudienceSize = z.infer<typeof AudienceSize>;

/** Somebody whom the workspace knows, as whom an author can try a guide. */
export const KnownPerson = z.object({
  user: z.string(),
  account: z.nullable(z.string()),
  traits: Attributes,
  accountTraits: Attributes,
  /** Ids of signals that are true. */
  signals: z.array(z.string()),
});
export type KnownPerson = z.infer<typeof KnownPerson>;

/** `GET /v1/query/people?limit=50`: those seen last first. */
export const KnownPeople = z.object({ people: z.array(KnownPerson) });
export type KnownPeople = z.infer<typeof KnownPeople>;
