import * as z from "zod/mini";
import { BUILD_PATTERN, LANG_PATTERN } from "./app-place.ts";

/** How the search for a step's element ended. `covered` and `disabled`: it is there and cannot be used just now. */
export const TargetOutcome = z.enum([
  "found",
  "likely",
  "ambiguous",
  "absent",
  "covered",
  "disabled",
]);
export type TargetOutcome = z.infer<typeof TargetOutcome>;

/** Outcomes that mean that no element was there to point at. */
export const MISSES: readonly TargetOutcome[] = ["ambiguous", "absent"];

/** What a device says about a search: how it ended and in which version of the app, never what is in the page. */
export const TargetSighting = z.strictObject({
  outcome: TargetOutcome,
  /** Of the best candidate, 0 to 1, rounded to hundredths. */
  score: z.number().check(z.minimum(0), z.maximum(1)),
  /** Language that the page states. */
  lang: z.optional(z.string().check(z.regex(LANG_PATTERN))),
  /** What tells one build of the app from another, as far as the page says. */
  build: z.optional(z.string().check(z.regex(BUILD_PATTERN))),
});
export type TargetSighting = z.infer<typeof TargetSighting>;
