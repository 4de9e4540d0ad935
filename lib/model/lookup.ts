import * as z from "zod/mini";
import { Sample } from "./anchor.ts";
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
  }),
);
export type PickedTarget = z.infer<typeof PickedTarget>;
