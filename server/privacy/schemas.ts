import * as z from "zod/mini";

/** One line of the record of who asked for a person's data, or for their deletion. */
export const PrivacyAct = z.object({
  id: z.uuid(),
  at: z.int(),
  act: z.enum(["export", "delete"]),
  subject: z.enum(["user", "device"]),
  /** SHA-256 of the workspace, the kind of subject and its name, each but the last with a line break. */
  fingerprint: z.string(),
  proof: z.enum(["identity", "device", "admin"]),
  /** The credential that was used. */
  askedBy: z.uuid(),
  /** How many were deleted or given out. */
  events: z.int(),
});
export type PrivacyAct = z.infer<typeof PrivacyAct>;

export const PrivacyActs = z.object({ items: z.array(PrivacyAct) });
