import * as z from "zod/mini";
import { ValueOrigin } from "./account-value.ts";

/** One thing that became another about an account: a field, a touch, a task, a sign of churn, the handling of a risk. */
export const AccountChange = z.object({
  id: z.uuid(),
  at: z.int(),
  source: ValueOrigin,
  /** The name of the key or token it was done with; empty where the app said it. */
  by: z.string(),
  what: z.enum(["field", "touch", "task", "churn-signal", "risk-case"]),
  /** The field, or the id of what it is. */
  subject: z.string(),
  /** null: there was none, or none is left. */
  before: z.unknown(),
  after: z.unknown(),
  /** The import it came with. */
  import: z.nullable(z.uuid()),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** Newest first. */
export const AccountChanges = z.object({
  items: z.array(AccountChange),
  next: z.nullable(z.string()),
});
export type AccountChanges = z.infer<typeof AccountChanges>;
