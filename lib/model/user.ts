import * as z from "zod/mini";
import { AccountId, AccountOutcome } from "./account.ts";
import { ValueSource } from "./account-value.ts";
import { RULES } from "./rule.ts";

/** As the app names the person in `userId`. */
export const UserId = z.string().check(z.minLength(1), z.maxLength(200));

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What can be said of a person by the API or a file. Their app says more, in traits. */
export const USER_VALUES = {
  name: text(120),
  email: text(200).check(z.regex(/^[^\s@]+@[^\s@]+$/, { error: RULES.email })),
  /** What they are at the customer, such as "Head of planning". */
  role: text(120),
  /** Of an account that is known. */
  account: AccountId,
} as const;
export type UserField = keyof typeof USER_VALUES;

const maybe = <T extends z.ZodMiniType>(value: T) => z.optional(z.nullable(value));
const V = USER_VALUES;

/** What is to change about a person: what is not named stays, null makes a value unknown. */
export const UserPatch = z.strictObject({
  name: maybe(V.name),
  email: maybe(V.email),
  role: maybe(V.role),
  account: maybe(V.account),
});
export type UserPatch = z.infer<typeof UserPatch>;

/** A person, as far as they are known; null: not known. Moments are epoch ms. */
export const User = z.object({
  id: UserId,
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  role: z.nullable(z.string()),
  account: z.nullable(z.string()),
  /** Named among the champions of their account. */
  champion: z.boolean(),
  /** The app's back end vouched for them at least once. */
  verified: z.boolean(),
  /** When their app first and last named them; null: never. */
  firstSeen: z.nullable(z.int()),
  lastSeen: z.nullable(z.int()),
});
export type User = z.infer<typeof User>;

export const UserDetail = z.object({
  ...User.shape,
  /** By field, of what the API, a file or a person said. */
  sources: z.record(z.string(), ValueSource),
  /** What the app said of them, as it came. */
  traits: z.record(z.string(), z.unknown()),
});
export type UserDetail = z.infer<typeof UserDetail>;

/** `GET /v1/users`, in the order of their ids. */
export const UserList = z.object({ items: z.array(User), next: z.nullable(z.string()) });
export type UserList = z.infer<typeof UserList>;

/** `POST /v1/users`: many at once; each is taken whole or refused. */
export const UserBatch = z.strictObject({
  users: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(1000)),
});

/** What became of what was said about one person. */
export const UserOutcome = AccountOutcome;
export type UserOutcome = z.infer<typeof UserOutcome>;
