import * as z from "zod/mini";

/** Worst last. null beside it always means: not known. */
export const RISKS = ["low", "medium", "high"] as const;
export const Risk = z.enum(RISKS);
export type Risk = z.infer<typeof Risk>;

/** Of a global score: H7 of docs/spec/health.md. */
export const HealthBand = z.enum(["poor", "fair", "good"]);
export type HealthBand = z.infer<typeof HealthBand>;

/** What makes the risk what it is: the score, the score shortly before renewal, several signs together, or one of them. */
export const RiskCause = z.object({
  risk: z.enum(["medium", "high"]),
  type: z.enum(["score", "renewal", "several", "signal"]),
  /** Of a sign, its kind and name. */
  kind: z.optional(z.string()),
  name: z.optional(z.nullable(z.string())),
});
export type RiskCause = z.infer<typeof RiskCause>;
