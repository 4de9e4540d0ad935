import * as z from "zod/mini";

/** One line of the record of who asked for a person's data, or for their deletion. */
export const PrivacyAct = z.object({
  id: z.uuid(),
  at: z.int(),
  act: z.enum(["export", "delete", "redact"]),
  subject: z.enum(["user", "device", "words"]),
  /** SHA-256 of the workspace, the kind of subject and its name, each but the last with a line break. */
  fingerprint: z.string(),
  proof: z.enum(["identity", "device", "admin"]),
  /** The credential that was used. */
  askedBy: z.uuid(),
  /** How many were deleted or given out; of words, in how many places they stood. */
  events: z.int(),
});
export type PrivacyAct = z.infer<typeof PrivacyAct>;

/** Words to be taken out of what was written about customers. */
export const RedactionOrder = z.strictObject({
  /** A name, a number, an address: whole words, however they are capitalised. */
  words: z.string().check(z.trim(), z.minLength(3), z.maxLength(200)),
  /** False, or absent: only says where they stand. */
  apply: z.optional(z.boolean()),
});

/** Where the words stand, or stood. */
export const RedactionReport = z.object({
  applied: z.boolean(),
  places: z.array(
    z.object({
      /** Table and column. */
      where: z.string(),
      account: z.nullable(z.string()),
      /** As they stood before. */
      texts: z.array(z.string()),
    }),
  ),
});

export const PrivacyActs = z.object({ items: z.array(PrivacyAct) });
