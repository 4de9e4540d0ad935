import * as z from "zod/mini";
import { AccountChange } from "./account-change.ts";
import { AccountStanding } from "./health-report.ts";
import { JourneyStage } from "./journey.ts";
import { Localized } from "./primitives.ts";
import { Touch, TouchKind } from "./touch.ts";

const count = z.int().check(z.nonnegative());

/** Why an account needs a person: K20 of docs/spec/accounts.md. */
export const AccountNeed = z.discriminatedUnion("type", [
  z.object({ type: z.literal("risk") }),
  /** To medium, within the last days. */
  z.object({ type: z.literal("risen") }),
  /** The renewal is so many days away, and health is poor. */
  z.object({ type: z.literal("renewal"), days: count }),
  /** Tasks, of which the oldest was due on `due`. */
  z.object({ type: z.literal("overdue"), tasks: count, due: z.string() }),
  /** Days without contact. */
  z.object({ type: z.literal("silence"), days: count }),
]);
export type AccountNeed = z.infer<typeof AccountNeed>;

/** `GET /v1/query/accounts/attention?owner=&limit=` */
export const AccountsInNeed = z.object({
  items: z.array(z.object({ standing: AccountStanding, needs: z.array(AccountNeed) })),
  /** Of all, of whom `items` are the first. */
  total: count,
});
export type AccountsInNeed = z.infer<typeof AccountsInNeed>;

/** `GET /v1/accounts/:id/use`: K21. */
export const AccountUse = z.object({
  features: z.array(
    z.object({
      feature: z.string(),
      name: z.string(),
      group: z.nullable(z.string()),
      /** Whether the plan has it; null: the plan is not known. */
      included: z.nullable(z.boolean()),
      /** Of the last 28 days. */
      uses: count,
      /** In how many of the last four weeks it was used. */
      weeks: count,
      lastDay: z.nullable(z.string()),
    }),
  ),
  guides: z.array(
    z.object({
      guide: z.string(),
      /** null: it was deleted. */
      name: z.nullable(Localized),
      /** People of the account who saw and who finished it. */
      people: count,
      finished: count,
      lastAt: z.int(),
    }),
  ),
});
export type AccountUse = z.infer<typeof AccountUse>;

/** `GET /v1/accounts/:id/history`, newest first: K22. */
export const AccountHistory = z.object({
  items: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("change"), at: z.int(), change: AccountChange }),
      z.object({ type: z.literal("touch"), at: z.int(), touch: Touch }),
      z.object({
        type: z.literal("answer"),
        at: z.int(),
        answer: z.object({
          id: z.string(),
          guide: z.string(),
          type: z.enum(["nps", "csat", "ces", "choice", "multiple", "text"]),
          score: z.nullable(z.int()),
          words: z.nullable(z.string()),
        }),
      }),
    ]),
  ),
  next: z.nullable(z.string()),
});
export type AccountHistory = z.infer<typeof AccountHistory>;

/** What an account may have met in its stage: contacts by their kind, guides, and surveys that were answered. */
export const TOUCHPOINTS = [
  ...TouchKind.options.filter((kind) => kind !== "note"),
  "guide",
  "survey",
] as const;
export const Touchpoint = z.enum(TOUCHPOINTS);
export type Touchpoint = z.infer<typeof Touchpoint>;

/** `GET /v1/query/journey`: K23. */
export const JourneyMap = z.object({
  stages: z.array(
    z.object({
      ...JourneyStage.shape,
      /** Customers who are in it, and for how many days, in the middle. */
      accounts: count,
      medianDays: z.nullable(count),
      /** Longer than is expected. */
      stuck: count,
      mrr: z.array(z.object({ currency: z.string(), minor: z.int() })),
      /** Customers in it whose revenue is not known. */
      unpriced: count,
      /** Customers in it who met each touchpoint since they came to it. */
      met: z.record(z.string(), count),
      /** Who came to it within the last 365 days, and where they went from it. */
      came: z.object({ all: count, on: count, back: count, left: count, here: count }),
    }),
  ),
  /** Customers without a stage. */
  nowhere: count,
});
export type JourneyMap = z.infer<typeof JourneyMap>;
