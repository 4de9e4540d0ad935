import * as z from "zod/mini";
import { CalendarDay } from "./calendar-day.ts";
import { Id, Localized } from "./primitives.ts";
import { RULES } from "./rule.ts";
import { Task } from "./task.ts";
import { RecordId } from "./touch.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What is to be done once, and when. */
const ChecklistStep = z.strictObject({
  text: Localized,
  /** Days after the day on which the list begins; before it, where negative. */
  day: z.int().check(z.minimum(-365), z.maximum(1825)),
  /** By name; null: the CSM of the account. */
  owner: z.nullable(text(120)),
});
export type ChecklistStep = z.infer<typeof ChecklistStep>;

/** What is done with every account at some point, such as a start, a review or a farewell. */
const ChecklistTemplate = z.strictObject({
  id: Id,
  name: Localized,
  steps: z.array(ChecklistStep).check(z.minLength(1), z.maxLength(50)),
});
export type ChecklistTemplate = z.infer<typeof ChecklistTemplate>;

/** All templates of a workspace, in their order. */
export const ChecklistTemplates = z.strictObject({
  templates: z.array(ChecklistTemplate).check(
    z.maxLength(30),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: RULES.differentTemplates,
    }),
  ),
});
export type ChecklistTemplates = z.infer<typeof ChecklistTemplates>;

export const ChecklistSettings = z.object({
  revision: z.int(),
  /** epoch ms; null: nobody changed them. */
  updatedAt: z.nullable(z.int()),
  /** Name of the key or token. */
  updatedBy: z.nullable(z.string()),
  templates: z.array(ChecklistTemplate),
});
export type ChecklistSettings = z.infer<typeof ChecklistSettings>;

/** The body of `PUT /v1/accounts/:id/checklists/:list`. */
export const ChecklistStart = z.strictObject({
  template: Id,
  /** From which its steps are counted. */
  day: CalendarDay,
  /** Languages in which the tasks are wanted, best first. */
  wanted: z._default(z.array(text(35)).check(z.maxLength(10)), []),
});

/** A list that was begun for an account: its steps are tasks. */
export const AccountChecklist = z.object({
  id: RecordId,
  template: Id,
  name: z.string(),
  day: CalendarDay,
  startedAt: z.int(),
  /** Name of the key or token. */
  by: z.string(),
  tasks: z.array(Task),
});
export type AccountChecklist = z.infer<typeof AccountChecklist>;

/** Begun last first. */
export const AccountChecklists = z.object({ items: z.array(AccountChecklist) });
export type AccountChecklists = z.infer<typeof AccountChecklists>;
