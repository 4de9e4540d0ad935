import * as z from "zod/mini";

/** A CSS selector, tried in every open shadow root. The page agent reports one that does not parse. */
export const Selector = z.string().check(z.minLength(1), z.maxLength(500));

/** A condition on elements of the page. */
export const ElementCondition = z.strictObject({
  type: z.literal("element"),
  selector: Selector,
  /** `present`: at least `min` are visible. `absent`: none is. `more`: at least `min` more than when the step began. */
  state: z.enum(["present", "absent", "more"]),
  /** Default 1. */
  min: z.optional(z.int().check(z.positive(), z.maximum(10_000))),
});
export type ElementCondition = z.infer<typeof ElementCondition>;
