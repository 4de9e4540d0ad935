import * as z from "zod/mini";
import { CalendarDay } from "./calendar-day.ts";
import { Money } from "./money.ts";
import { Id, Scalar } from "./primitives.ts";
import { RULES } from "./rule.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** How much of a CSM's time an account is meant to get. */
export const TouchModel = z.enum(["high", "medium", "low"]);
export type TouchModel = z.infer<typeof TouchModel>;

/** Who at the customer carries the product. One who left stays, with the day. */
export const Champion = z.strictObject({
  name: text(120),
  email: z.optional(text(200)),
  /** Their user id in the app. */
  user: z.optional(text(200)),
  role: z.optional(text(120)),
  leftOn: z.optional(CalendarDay),
});
export type Champion = z.infer<typeof Champion>;

/** What was agreed with the client to be reached. */
export const AccountGoal = z.strictObject({
  text: text(500),
  due: z.optional(CalendarDay),
  state: z.enum(["open", "reached", "missed"]),
});
export type AccountGoal = z.infer<typeof AccountGoal>;

/** Monthly recurring revenue from a day on. */
export const DatedMoney = z.strictObject({ ...Money.shape, since: CalendarDay });
export type DatedMoney = z.infer<typeof DatedMoney>;

/** The values that an account can have, by field. Attributes of a workspace's own are beside them, in `custom`. */
export const ACCOUNT_VALUES = {
  name: text(200),
  plan: text(64),
  /** Products and modules that were bought. */
  modules: z.array(text(64)).check(z.maxLength(50)),
  /** Monthly recurring revenue; `since` defaults to today and is never in the future. */
  mrr: z.strictObject({ ...Money.shape, since: z.optional(CalendarDay) }),
  /** Users the contract allows. */
  seats: z.int().check(z.nonnegative(), z.maximum(10_000_000)),
  customerSince: CalendarDay,
  contractStart: CalendarDay,
  contractEnd: CalendarDay,
  renewal: CalendarDay,
  /** The CSM, by name or e-mail address. */
  owner: text(120),
  vertical: text(120),
  geography: text(120),
  /** A band, such as "51-200", or another word for how large the company is. */
  size: text(60),
  touchModel: TouchModel,
  champions: z.array(Champion).check(z.maxLength(20)),
  goals: z.array(AccountGoal).check(z.maxLength(50)),
  expectations: text(4000),
  /** One of the workspace's journey stages. */
  stage: Id,
  /** The first day on which they are no customer any more. */
  churnedOn: CalendarDay,
  churnKind: z.enum(["voluntary", "involuntary"]),
} as const;
export type AccountField = keyof typeof ACCOUNT_VALUES;

/** Where a value came from: a person in the console, the API, a CSV file, or what the app said (identify, group). */
export const ValueOrigin = z.enum(["hand", "api", "csv", "app"]);
export type ValueOrigin = z.infer<typeof ValueOrigin>;

/** Where a value of a field came from and when (epoch ms). */
export const ValueSource = z.object({
  source: ValueOrigin,
  at: z.int(),
  /** What a sync said since and was not taken, because a person had corrected the value. */
  held: z.optional(z.object({ value: z.unknown(), source: ValueOrigin, at: z.int() })),
});
export type ValueSource = z.infer<typeof ValueSource>;

/** The name of an attribute of the workspace's own. */
export const CustomName = z.string().check(
  z.minLength(1),
  z.maxLength(64),
  z.refine((name) => !/\p{Cc}/u.test(name), { error: RULES.name }),
);

export const CustomValue = Scalar;
