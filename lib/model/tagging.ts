import * as z from "zod/mini";
import type { FeatureRule } from "./feature.ts";
import { Selector } from "./selector.ts";

/** What a rule that was pointed at can count. */
export const TaggedUse = z.enum(["click", "submit", "input", "drag"]);
export type TaggedUse = z.infer<typeof TaggedUse>;

/**
 * A selector that says which elements are meant. `strong`: an identifier that its author wrote. `medium`: several things
 * that are what they are. `weak`: class names or a place in a row, which the next version of the app may change.
 */
export const TagChoice = z.strictObject({
  selector: Selector,
  /** Elements of its frame that it matches. */
  count: z.int().check(z.nonnegative()),
  strength: z.enum(["strong", "medium", "weak"]),
});
export type TagChoice = z.infer<typeof TagChoice>;

const path = z.string().check(z.minLength(1), z.maxLength(300));

/** What the frames of a page tell the author's panel. It is parsed there, and goes nowhere else by itself. */
export const TagNews = z.discriminatedUnion("news", [
  /** What would be picked now. */
  z.strictObject({ news: z.literal("over"), choice: TagChoice }),
  z.strictObject({
    news: z.literal("picked"),
    /** The likeliest first; each from the narrowest choice to the broadest, and which of them is proposed. */
    uses: z.array(
      z.strictObject({
        on: TaggedUse,
        choices: z.array(TagChoice).check(z.minLength(1), z.maxLength(12)),
        proposed: z.int().check(z.nonnegative()),
      }),
    ),
    /** Where it is, with `*` for what looks like an identifier. */
    page: z.strictObject({ path, hash: z.optional(path) }),
  }),
  /** The author has ended picking in the page. */
  z.strictObject({ news: z.literal("ended") }),
  z.strictObject({
    news: z.literal("counts"),
    counts: z.array(
      z.strictObject({
        key: z.string().check(z.maxLength(64)),
        /** A rule holds on this page. */
        fits: z.boolean(),
        /** Elements that its rules match. */
        count: z.int().check(z.nonnegative()),
        /** A selector that the browser cannot read. */
        unreadable: z.boolean(),
      }),
    ),
  }),
  /** Names that the app has told of on this page since the author looks. */
  z.strictObject({
    news: z.literal("tracked"),
    names: z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(50)),
  }),
]);
export type TagNews = z.infer<typeof TagNews>;

/** From one element to another without a pointer. */
export type TagMove = "outer" | "inner" | "next" | "previous";

/** What the panel asks of the frames of a page. */
export type TagOrder =
  | { order: "pick" | "rest" | "take" }
  | { order: "move"; to: TagMove }
  /** Tell how many elements each of these matches, now and whenever that changes. */
  | { order: "count"; rules: { key: string; rules: FeatureRule[] }[] }
  /** Mark what these rules match; none: nothing any more. */
  | { order: "mark"; rules: FeatureRule[] };
