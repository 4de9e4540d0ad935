import * as z from "zod/mini";
import { RowIntent, Sample } from "./anchor.ts";
import { Id } from "./primitives.ts";

/** What the live page says to the selectors of an imported step. */
export const Lookup = z.discriminatedUnion("outcome", [
  z.strictObject({
    /** `part`: the element cannot be told from others, but something in it can. */
    outcome: z.enum(["exact", "part"]),
    sample: Sample,
    /** Another of the step's selectors leads to something else. */
    differ: z.optional(z.boolean()),
  }),
  z.strictObject({ outcome: z.enum(["invalid", "missing", "hidden", "unsure"]) }),
]);
export type Lookup = z.infer<typeof Lookup>;

/** What an author's own page says of an imported guide's targets, each by its step. */
export const PageLooks = z.array(z.strictObject({ step: Id, lookup: Lookup }));
export type PageLooks = z.infer<typeof PageLooks>;

/** What its author pointed at instead; null: they gave up. */
export const PickedTarget = z.nullable(
  z.strictObject({
    sample: Sample,
    lamp: z.enum(["green", "amber", "red"]),
    /** In a list or table: what the sample is if that is meant. */
    rows: z.optional(z.record(RowIntent, Sample)),
  }),
);
export type PickedTarget = z.infer<typeof PickedTarget>;

const px = z.number();

/** Where a step's element stands in the window of a frame, CSS px, once it was brought into sight. */
export const PagePlace = z.discriminatedUnion("outcome", [
  z.strictObject({
    outcome: z.literal("found"),
    box: z.strictObject({ x: px, y: px, width: px, height: px }),
  }),
  z.strictObject({ outcome: z.enum(["likely", "ambiguous", "absent"]) }),
]);
export type PagePlace = z.infer<typeof PagePlace>;
