import * as z from "zod/mini";
import { TouchModel } from "../../lib/model/account-value.ts";
import { Touchpoint } from "../../lib/model/account-work.ts";
import { CalendarDay } from "../../lib/model/calendar-day.ts";
import { HealthBand, RISKS } from "../../lib/model/risk.ts";

const text = z.optional(z.string().check(z.maxLength(200)));
const whole = (max: number) => z.coerce.number().check(z.int(), z.positive(), z.maximum(max));

/** How a list of accounts is asked for. Of a filter that is left out, everything counts. */
export const AccountQuestion = z.object({
  /** Part of the name or the id. */
  q: text,
  owner: text,
  plan: text,
  stage: text,
  vertical: text,
  geography: text,
  size: text,
  module: text,
  touchModel: z.optional(TouchModel),
  /** Of the health definitions. */
  segment: text,
  band: z.optional(z.enum([...HealthBand.options, "unknown"])),
  risk: z.optional(z.enum([...RISKS, "unknown"])),
  /** Met since the account came to its stage. */
  touchpoint: z.optional(Touchpoint),
  /** Customers, those who are none any more, or both. */
  status: z._default(z.enum(["customer", "churned", "any"]), "customer"),
  renewalFrom: z.optional(CalendarDay),
  renewalTo: z.optional(CalendarDay),
  sort: z._default(
    z.enum([
      "name",
      "mrr",
      "renewal",
      "customerSince",
      "stageSince",
      "lastSeen",
      "lastTouch",
      "updatedAt",
      "score",
      "risk",
    ]),
    "name",
  ),
  order: z._default(z.enum(["asc", "desc"]), "asc"),
  limit: z._default(whole(500), 100),
  after: z.optional(z.string().check(z.maxLength(1000))),
});
export type AccountQuestion = z.infer<typeof AccountQuestion>;
