import * as z from "zod/mini";

/** How guides look. What a guide leaves out its workspace says, and else Waymark. */
export const Theme = z.strictObject({
  accent: z.optional(
    z.string().check(z.regex(/^#[0-9a-f]{6}$/i, { error: "a colour such as #0b57d0" })),
  ),
  /** Of the card's corners, px. */
  radius: z.optional(z.int().check(z.minimum(0), z.maximum(24))),
  /** `host`: that of the page it stands in. Default "own". */
  font: z.optional(z.enum(["own", "host"])),
  /** Default "auto": what the person prefers. */
  scheme: z.optional(z.enum(["auto", "light", "dark"])),
});
export type Theme = z.infer<typeof Theme>;
