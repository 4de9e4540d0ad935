import * as z from "zod/mini";

/**
 * What the scripts of one tab's frames say to each other, through the background. Frames of other sites cannot reach
 * one another: the top frame decides and draws, the others bid and tell where things stand.
 */

/** Of one search in one page. */
const SearchId = z.string().check(z.minLength(1), z.maxLength(40));
const px = z.number().check(z.minimum(-1e7), z.maximum(1e7));
/** Which frame: from the top window down, the index among the frames of each window. */
const FramePath = z.array(z.int().check(z.minimum(0), z.maximum(9999))).check(z.maxLength(20));

/** The answer of one frame, as far as it can be compared with those of others. */
export const FrameBid = z.strictObject({
  path: FramePath.check(z.minLength(1)),
  outcome: z.enum(["found", "likely", "ambiguous", "absent"]),
  score: z.number().check(z.minimum(0), z.maximum(1)),
  margin: z.number().check(z.minimum(-1), z.maximum(1)),
  tier: z.optional(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  /** How many equals, if that is why it is ambiguous. */
  several: z.optional(z.int().check(z.minimum(0), z.maximum(9999))),
});
export type FrameBid = z.infer<typeof FrameBid>;

/** A bid, and the document it came from, as the browser names both. */
export interface PlacedBid {
  frame: number;
  document: string | undefined;
  bid: FrameBid;
}

const Watched = z.enum(["click", "change", "focus", "intent"]);

/** From the top frame to all others. */
export const FrameOrder = z.discriminatedUnion("type", [
  /** The frame at this path won: it tells of its element, and those on the way to it of the next frame. */
  z.strictObject({ type: z.literal("point"), search: SearchId, path: FramePath }),
  z.strictObject({ type: z.literal("watch"), search: SearchId, what: Watched }),
  z.strictObject({ type: z.literal("reveal"), search: SearchId }),
  z.strictObject({ type: z.literal("end"), search: SearchId }),
]);
export type FrameOrder = z.infer<typeof FrameOrder>;

/** From a frame to the top frame. */
export const FrameNews = z.discriminatedUnion("type", [
  /** What it searched in vain, or lost to another, has changed since. */
  z.strictObject({ type: z.literal("changed"), search: SearchId }),
  /** Where the element stands in the frame's own window. */
  z.strictObject({
    type: z.literal("at"),
    search: SearchId,
    box: z.strictObject({ x: px, y: px, width: px, height: px }),
    hidden: z.boolean(),
  }),
  /** How the next frame on the way lies in the window of the one at this depth, as a matrix. */
  z.strictObject({
    type: z.literal("around"),
    search: SearchId,
    depth: z.int().check(z.minimum(1), z.maximum(20)),
    matrix: z.tuple([px, px, px, px, px, px]),
  }),
  z.strictObject({ type: z.literal("lost"), search: SearchId }),
  z.strictObject({
    type: z.literal("seen"),
    search: SearchId,
    what: Watched,
    /** Of focus and intent: whether it came or went. */
    change: z.optional(z.enum(["open", "fold"])),
  }),
  z.strictObject({
    type: z.literal("obstacle"),
    search: SearchId,
    obstacle: z.nullable(z.enum(["covered", "disabled"])),
  }),
]);
export type FrameNews = z.infer<typeof FrameNews>;
