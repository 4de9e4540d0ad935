import * as z from "zod/mini";
import { Fingerprint } from "./anchor.ts";
import { Id } from "./primitives.ts";
import { TargetSighting } from "./target.ts";

/** What an author's own page says of a guide's targets. It is read by the panel beside it and goes nowhere else. */
export const PageCheck = z.strictObject({
  lang: TargetSighting.shape.lang,
  build: TargetSighting.shape.build,
  targets: z.array(
    z.strictObject({
      step: Id,
      outcome: TargetSighting.shape.outcome,
      score: TargetSighting.shape.score,
      /** What is there, in words for the log of an author; the element itself stays in the page. */
      candidate: z.nullable(
        z.strictObject({ label: z.string().check(z.maxLength(200)), fingerprint: Fingerprint }),
      ),
    }),
  ),
});
export type PageCheck = z.infer<typeof PageCheck>;
