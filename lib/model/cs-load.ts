import * as z from "zod/mini";
import { Money } from "./money.ts";

const count = z.int().check(z.nonnegative());

/** `GET /v1/query/load`: what lies on each CSM's shoulders, N22 of docs/spec/numbers.md. */
export const CsLoad = z.object({
  today: z.string(),
  /** Most accounts first; `owner` null: accounts that nobody owns. */
  owners: z.array(
    z.object({
      owner: z.nullable(z.string()),
      accounts: count,
      mrr: z.array(Money),
      /** Accounts whose MRR is not known. */
      unknown: count,
      touch: z.object({ high: count, medium: count, low: count, unknown: count }),
      /** In the next 90 days. */
      renewals: count,
      openTasks: count,
      overdueTasks: count,
      /** In the last 30 days. */
      contacts: count,
    }),
  ),
});
export type CsLoad = z.infer<typeof CsLoad>;
