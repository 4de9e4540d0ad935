import * as z from "zod/mini";

/** The name of a picture is what it is made of. */
export const AssetId = z.string().check(
  z.regex(/^[0-9a-f]{64}$/, {
    error: "the SHA-256 of an asset of this workspace, 64 hex digits",
  }),
);
