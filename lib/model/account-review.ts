import * as z from "zod/mini";
import { AccountDetail } from "./account.ts";
import { Localized } from "./primitives.ts";
import { Task } from "./task.ts";
import { Touch } from "./touch.ts";

const count = z.int().check(z.nonnegative());

/** `GET /v1/query/accounts/:id/review?weeks=13`: what a review with a client talks about. N23 of docs/spec/numbers.md. */
export const AccountReview = z.object({
  account: AccountDetail,
  /** What the journey calls the account's stage. */
  stage: z.nullable(Localized),
  today: z.string(),
  from: z.string(),
  /** Whole weeks of seven days that end yesterday, oldest first. */
  weeks: z.array(
    z.object({
      from: z.string(),
      /** People of the account who were active, and on how many days all told. */
      people: count,
      days: count,
    }),
  ),
  /** Of the period, newest first, without notes. */
  touches: z.array(Touch),
  openTasks: z.array(Task),
  /** Of the period, the newest of each person: N19. */
  answers: z.array(
    z.object({
      type: z.enum(["nps", "csat", "ces"]),
      answers: count,
      score: z.nullable(z.number()),
    }),
  ),
});
export type AccountReview = z.infer<typeof AccountReview>;
