import * as z from "zod/mini";

/** Whole days; null: until it is deleted. */
const days = (least: number) => z.nullable(z.int().check(z.minimum(least), z.maximum(3650)));

/** For how many days something is kept. What is not named stays as it is. */
export const RetentionSetting = z.strictObject({
  /** What happened, event by event. */
  days: z.optional(days(30)),
  /** Imports with their reports, and with that the possibility to undo them. */
  imports: z.optional(days(30)),
  /** The audit log. */
  audit: z.optional(days(365)),
});
export type RetentionSetting = z.infer<typeof RetentionSetting>;

export const Retention = z.object({
  days: z.nullable(z.int()),
  imports: z.nullable(z.int()),
  audit: z.nullable(z.int()),
  /** What happened before, epoch ms, was let go and is not taken any more. */
  from: z.nullable(z.int()),
});
export type Retention = z.infer<typeof Retention>;

/** How much is older than `before`, epoch ms; null where nothing is deleted. Counted up to `MOST_COUNTED`. */
const Leaving = z.nullable(z.object({ before: z.int(), count: z.int() }));

/** What would go for good if a setting held. */
export const RetentionPreview = z.object({ events: Leaving, imports: Leaving, audit: Leaving });
export type RetentionPreview = z.infer<typeof RetentionPreview>;

/** Beyond this a preview says "more than". */
export const MOST_COUNTED = 1_000_000;

/** What a new workspace begins with: R76 of docs/spec/delivery.md. */
export const RETENTION_DEFAULTS = { days: 760, imports: 1095, audit: 1825 } as const;
