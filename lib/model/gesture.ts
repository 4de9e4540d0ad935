import * as z from "zod/mini";
import { Anchor } from "./anchor.ts";

const label = z.string().check(z.minLength(1), z.maxLength(120));

/** What somebody did to an element or a page. Never what they typed. */
export const Gesture = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("click"),
    /** Default "left". */
    button: z.optional(z.enum(["left", "middle", "right"])),
    /** 2: a double click. Default 1. */
    count: z.optional(z.int().check(z.minimum(1), z.maximum(3))),
  }),
  /** A value was committed in a field. */
  z.strictObject({ type: z.literal("input") }),
  /** Something was chosen, by the name that the page gives it. */
  z.strictObject({ type: z.literal("choose"), option: z.optional(label) }),
  /** A shortcut, such as "Control+S": modifiers in the order Control, Alt, Shift, Meta, then `KeyboardEvent.key`. */
  z.strictObject({ type: z.literal("key"), keys: label }),
  /** From the step's element to that of `to`, or, without it, somewhere on the page. */
  z.strictObject({ type: z.literal("drag"), to: z.optional(Anchor) }),
  /** An address was opened, in this tab or a new one. */
  z.strictObject({ type: z.literal("navigate"), newTab: z.optional(z.boolean()) }),
]);
export type Gesture = z.infer<typeof Gesture>;

/** How a step came about when it was recorded. Nothing is played by it: it is for texts, documents and exports. */
export const Recorded = z.strictObject({
  gesture: Gesture,
  /** Where: origin, path and fragment of the page, without its query. Of "navigate", where it led. */
  url: z.string().check(z.maxLength(2048)),
});
export type Recorded = z.infer<typeof Recorded>;
