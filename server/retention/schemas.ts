import * as z from "zod/mini";

export const RetentionSetting = z.strictObject({
  /** For how many days what happened is kept, event by event; null: until it is deleted. */
  days: z.nullable(z.int().check(z.minimum(30), z.maximum(3650))),
});
export type RetentionSetting = z.infer<typeof RetentionSetting>;

export const Retention = z.object({
  days: z.nullable(z.int()),
  /** What happened before, epoch ms, was let go and is not taken any more. */
  from: z.nullable(z.int()),
});
export type Retention = z.infer<typeof Retention>;
