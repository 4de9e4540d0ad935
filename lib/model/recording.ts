import * as z from "zod/mini";
import { Anchor, Rarity } from "./anchor.ts";
import { Gesture } from "./gesture.ts";
import { Timestamp } from "./primitives.ts";
import { Selector } from "./selector.ts";

/** An element that came into sight through what was done, the only one that this selects. */
const result = Selector;
const title = z.string().check(z.minLength(1), z.maxLength(200));

/** One thing that somebody did in a recorded page, as its script saw it. Never what they typed. */
export const RecordedStep = z.strictObject({
  /** UUIDv7. Fixed where it happened, so that a step that arrives twice is one. */
  id: z.uuid(),
  /** When it was done, epoch ms. */
  at: Timestamp,
  gesture: Gesture,
  /** As of `Recorded`. */
  url: z.string().check(z.maxLength(2048)),
  /** Title of the document, for steps that open one. */
  page: z.optional(title),
  /** Of "navigate": the page was open already when recording began in it, so nothing has brought it about. */
  found: z.optional(z.literal(true)),
  anchor: z.optional(Anchor),
  /** The same for the same element of the same document, and for nothing else. */
  mark: z.optional(z.string().check(z.maxLength(60))),
  result: z.optional(result),
});
export type RecordedStep = z.infer<typeof RecordedStep>;

/** What became known of a step after it was written. */
export const RecordedLater = z.strictObject({
  step: z.uuid(),
  page: z.optional(title),
  rarity: z.optional(Rarity),
  result: z.optional(result),
});
export type RecordedLater = z.infer<typeof RecordedLater>;

const what = z.union([
  z.strictObject({ step: RecordedStep }),
  z.strictObject({ later: RecordedLater }),
]);

/**
 * What a recorded page writes, one key each, to `storage.local`; `of` is the recording, or the document, where that was
 * left before it heard which recording it belongs to.
 */
export const Captured = z.strictObject({ of: z.uuid(), what });
export type Captured = z.infer<typeof Captured>;
