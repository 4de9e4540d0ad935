import * as z from "zod/mini";
import { Locale } from "../model/primitives.ts";

/** A function of the tour, as source. It is never run; it is there to be reported. */
const Code = z.strictObject({ function: z.string() });

/** In one language, or by language. A description is HTML. */
const Text = z.union(
  [z.string().check(z.maxLength(10_000)), z.record(Locale, z.string().check(z.maxLength(10_000)))],
  { error: 'a text, or texts by language such as { "en-US": "…", "ja": "…" }' },
);

const Where = z.union([z.string(), Code], {
  error: 'a selector, or { "function": "its source" }',
});

const TourStep = z.looseObject({
  title: z.optional(Text),
  description: z.optional(Text),
  element: z.optional(Where),
  direction: z.optional(z.string()),
  image: z.optional(z.string()),
  wait: z.optional(
    z.looseObject({
      type: z.enum(["dom-event", "nr-event"]),
      event: z.string(),
      element: z.optional(Where),
      filter: z.optional(Code),
    }),
  ),
  prepare: z.optional(Code),
  complete: z.optional(Code),
});
export type TourStep = z.infer<typeof TourStep>;
export type TourText = z.infer<typeof Text>;

/** A tour of Node-RED's editor as JSON, with each function as `{ "function": "its source" }`. */
export const Tour = z.looseObject({
  steps: z.array(TourStep).check(z.minLength(1), z.maxLength(100)),
});
