import * as z from "zod/mini";
import { AccountId } from "./account.ts";
import { AccountChange } from "./account-change.ts";
import { CalendarDay } from "./calendar-day.ts";
import { RiskCause } from "./risk.ts";
import { Task } from "./task.ts";

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Who mends it: the client's business changed, the product lacks something, or the work with the client does. */
export const ChurnType = z.enum(["business", "product", "client"]);
export type ChurnType = z.infer<typeof ChurnType>;

export const CaseOutcome = z.enum(["averted", "churned", "false-alarm"]);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** How far the handling is. */
export const CASE_STEPS = ["opened", "named", "planned", "done", "closed"] as const;
export const CaseStep = z.enum(CASE_STEPS);
export type CaseStep = z.infer<typeof CaseStep>;

const fields = {
  level: z.enum(["medium", "high"]),
  type: z.nullable(ChurnType),
  /** Why they may leave, in a person's words. */
  cause: z.nullable(text(2000)),
  plan: z.nullable(text(10_000)),
  /** Who carries the plan out, on both sides. */
  people: z.array(text(200)).check(z.maxLength(30)),
  outcome: z.nullable(CaseOutcome),
  /** What was learned, also when they stayed. */
  churnNote: z.nullable(text(10_000)),
};

/** The handling of a risk, from its opening to what came of it. It belongs to the account, not to a CSM. */
export const RiskCase = z.object({
  id: z.uuid(),
  account: AccountId,
  ...fields,
  step: CaseStep,
  /** What made the risk when the case was opened. */
  causes: z.array(RiskCause),
  doneAt: z.nullable(z.int()),
  openedAt: z.int(),
  openedBy: z.string(),
  updatedAt: z.int(),
  closedAt: z.nullable(z.int()),
  /** Sent back as `If-Match`. */
  revision: z.int(),
});
export type RiskCase = z.infer<typeof RiskCase>;

export const NewRiskCase = z.strictObject({ account: AccountId, level: fields.level });
export type NewRiskCase = z.infer<typeof NewRiskCase>;

/** What is to change; what is not named stays. */
export const RiskCasePatch = z.strictObject({
  level: z.optional(fields.level),
  type: z.optional(fields.type),
  cause: z.optional(fields.cause),
  plan: z.optional(fields.plan),
  people: z.optional(fields.people),
  /** Whether the plan was carried out. */
  done: z.optional(z.boolean()),
  /** Closes the case. */
  outcome: z.optional(CaseOutcome),
  churnNote: z.optional(fields.churnNote),
  /** With the outcome "churned": since when they are no customer; default is what is known, else today. */
  churnedOn: z.optional(CalendarDay),
});
export type RiskCasePatch = z.infer<typeof RiskCasePatch>;

/** A case with all that was done with it, newest first, and the tasks of its plan. */
export const RiskCaseDetail = z.object({
  ...RiskCase.shape,
  acts: z.array(AccountChange),
  tasks: z.array(Task),
});
export type RiskCaseDetail = z.infer<typeof RiskCaseDetail>;

/** A task of the plan. */
export const NewCaseTask = z.strictObject({
  title: text(200),
  owner: z._default(z.nullable(text(120)), null),
  due: z._default(z.nullable(CalendarDay), null),
});

/** Newest first. */
export const RiskCaseList = z.object({ items: z.array(RiskCase), next: z.nullable(z.string()) });
export type RiskCaseList = z.infer<typeof RiskCaseList>;
