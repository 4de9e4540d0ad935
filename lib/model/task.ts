import * as z from "zod/mini";
import { AccountId } from "./account.ts";
import { CalendarDay } from "./calendar-day.ts";
import { RecordId } from "./touch.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

export const TaskState = z.enum(["open", "doing", "done", "dropped"]);
export type TaskState = z.infer<typeof TaskState>;

/** Who made it: a person, the handling of a risk, a playbook, a checklist, or the API. */
export const TaskSource = z.enum(["hand", "risk", "playbook", "checklist", "api"]);
export type TaskSource = z.infer<typeof TaskSource>;

const fields = {
  account: AccountId,
  title: text(200),
  note: z.string().check(z.maxLength(10_000)),
  owner: z.nullable(text(120)),
  due: z.nullable(CalendarDay),
  state: TaskState,
  source: TaskSource,
  /** What it is about, such as the id of a risk or of a playbook's run. */
  cause: z.nullable(text(200)),
};

/** Something a CSM is to do for an account. */
export const Task = z.object({
  id: RecordId,
  ...fields,
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When it came to its end, done or dropped. */
  closedAt: z.nullable(z.int()),
});
export type Task = z.infer<typeof Task>;

export const NewTask = z.strictObject({
  account: fields.account,
  title: fields.title,
  note: z._default(fields.note, ""),
  owner: z._default(fields.owner, null),
  due: z._default(fields.due, null),
  state: z._default(fields.state, "open"),
  source: z._default(fields.source, "hand"),
  cause: z._default(fields.cause, null),
});
export type NewTask = z.infer<typeof NewTask>;

/** What is to change about a task; what is not named stays. */
export const TaskPatch = z.strictObject({
  title: z.optional(fields.title),
  note: z.optional(fields.note),
  owner: z.optional(fields.owner),
  due: z.optional(fields.due),
  state: z.optional(fields.state),
});
export type TaskPatch = z.infer<typeof TaskPatch>;

/** What is due first comes first, what has no day comes last. */
export const TaskList = z.object({
  items: z.array(z.object({ ...Task.shape, accountName: z.nullable(z.string()) })),
  next: z.nullable(z.string()),
});
export type TaskList = z.infer<typeof TaskList>;
