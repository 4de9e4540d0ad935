import * as z from "zod/mini";

/** What a script in a frame says of what a picture must not show. CSS px of that frame's window. */

const px = z.number().check(z.minimum(-1e7), z.maximum(1e7));
const length = z.number().check(z.minimum(0), z.maximum(1e7));
const Box = z.strictObject({ x: px, y: px, width: length, height: length });
const index = z.int().check(z.minimum(0), z.maximum(9999));

export const FrameSight = z.strictObject({
  /** From the top window down, the index among the frames of each window; the top frame's is empty. */
  path: z.array(index).check(z.maxLength(20)),
  /** Of the window, with its scroll bars. */
  viewport: z.strictObject({ width: length, height: length }),
  /** Magnified by pinching: pictures then show a part of the window. */
  magnified: z.boolean(),
  /** What must not be seen. */
  sensitive: z.array(Box).check(z.maxLength(5000)),
  frames: z
    .array(
      z.strictObject({
        /** Null: no script can tell it from others, so nobody can say what is in it. */
        index: z.nullable(index),
        /** As much of it as can be seen. */
        box: Box,
        /** How what it shows lies in this window. */
        matrix: z.tuple([px, px, px, px, px, px]),
      }),
    )
    .check(z.maxLength(500)),
});
export type FrameSight = z.infer<typeof FrameSight>;
