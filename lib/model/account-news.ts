import * as z from "zod/mini";
import { AccountId } from "./account.ts";
import { ValueOrigin } from "./account-value.ts";
import { CalendarDay } from "./calendar-day.ts";
import { HealthBand, Risk } from "./risk.ts";
import { TaskSource, TaskState } from "./task.ts";
import { RecordId } from "./touch.ts";

/** What is told to other systems when something becomes another about an account. */
export const ACCOUNT_NEWS = [
  "account.changed",
  "account.stage_changed",
  "risk.changed",
  "health.band_changed",
  "task.made",
  "task.changed",
] as const;
export const AccountNewsName = z.enum(ACCOUNT_NEWS);
export type AccountNewsName = z.infer<typeof AccountNewsName>;

const known = <T extends z.ZodMiniType>(value: T) => z.nullable(value);
const about = { account: AccountId };
const task = {
  ...about,
  task: RecordId,
  title: z.string(),
  owner: known(z.string()),
  due: known(CalendarDay),
  state: TaskState,
  source: TaskSource,
};

/** R69 of docs/spec/delivery.md: the `event` of a message and its `properties`. null: not known. */
export const AccountNews = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("account.changed"),
    properties: z.object({
      ...about,
      source: ValueOrigin,
      /** Of what people wrote or who they are, the field alone. */
      changed: z.array(
        z.object({
          field: z.string(),
          before: z.optional(z.unknown()),
          after: z.optional(z.unknown()),
        }),
      ),
    }),
  }),
  z.object({
    event: z.literal("account.stage_changed"),
    properties: z.object({ ...about, before: known(z.string()), after: known(z.string()) }),
  }),
  z.object({
    event: z.literal("risk.changed"),
    properties: z.object({ ...about, before: known(Risk), after: known(Risk) }),
  }),
  z.object({
    event: z.literal("health.band_changed"),
    properties: z.object({ ...about, before: known(HealthBand), after: known(HealthBand) }),
  }),
  z.object({ event: z.literal("task.made"), properties: z.object(task) }),
  z.object({ event: z.literal("task.changed"), properties: z.object(task) }),
]);
export type AccountNews = z.infer<typeof AccountNews>;
