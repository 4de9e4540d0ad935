import * as z from "zod/mini";

/** Where a published version is in force: for everybody, or for those who try things out first. */
export const ENVIRONMENTS = ["production", "staging"] as const;
export const Environment = z.enum(ENVIRONMENTS);
export type Environment = z.infer<typeof Environment>;
