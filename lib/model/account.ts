import * as z from "zod/mini";
import {
  ACCOUNT_VALUES,
  CustomName,
  CustomValue,
  DatedMoney,
  ValueSource,
} from "./account-value.ts";
import { CalendarDay } from "./calendar-day.ts";
import { Id } from "./primitives.ts";
import { ToldProblem } from "./problem.ts";
import { HealthBand, Risk } from "./risk.ts";

/** As the app names it in `groupId`. */
export const AccountId = z.string().check(z.minLength(1), z.maxLength(200));

const maybe = <T extends z.ZodMiniType>(value: T) => z.optional(z.nullable(value));
const V = ACCOUNT_VALUES;

/** What is to change about an account: what is not named stays, null makes a value unknown. */
export const AccountPatch = z.strictObject({
  name: maybe(V.name),
  plan: maybe(V.plan),
  modules: maybe(V.modules),
  mrr: maybe(V.mrr),
  /** Earlier amounts; of one day there is one. */
  mrrHistory: z.optional(z.array(DatedMoney).check(z.maxLength(500))),
  seats: maybe(V.seats),
  customerSince: maybe(V.customerSince),
  contractStart: maybe(V.contractStart),
  contractEnd: maybe(V.contractEnd),
  renewal: maybe(V.renewal),
  owner: maybe(V.owner),
  vertical: maybe(V.vertical),
  geography: maybe(V.geography),
  size: maybe(V.size),
  touchModel: maybe(V.touchModel),
  champions: maybe(V.champions),
  goals: maybe(V.goals),
  expectations: maybe(V.expectations),
  stage: maybe(V.stage),
  /** When it came to this stage; default today. */
  stageSince: z.optional(CalendarDay),
  churnedOn: maybe(V.churnedOn),
  churnKind: maybe(V.churnKind),
  custom: z.optional(z.record(CustomName, z.nullable(CustomValue))),
});
export type AccountPatch = z.infer<typeof AccountPatch>;

const known = <T extends z.ZodMiniType>(value: T) => z.nullable(value);
const count = z.int().check(z.nonnegative());

/** An account as lists show it. Days are "YYYY-MM-DD", moments epoch ms; null: not known. */
export const Account = z.object({
  id: AccountId,
  name: known(V.name),
  plan: known(V.plan),
  modules: V.modules,
  mrr: known(DatedMoney),
  seats: known(V.seats),
  customerSince: known(V.customerSince),
  contractStart: known(V.contractStart),
  contractEnd: known(V.contractEnd),
  renewal: known(V.renewal),
  owner: known(V.owner),
  vertical: known(V.vertical),
  geography: known(V.geography),
  size: known(V.size),
  touchModel: known(V.touchModel),
  champions: V.champions,
  goals: V.goals,
  expectations: known(V.expectations),
  stage: known(V.stage),
  stageSince: known(CalendarDay),
  churnedOn: known(V.churnedOn),
  churnKind: known(V.churnKind),
  custom: z.record(z.string(), CustomValue),
  /** When somebody of it was first and last seen in the app. */
  firstSeen: z.nullable(z.int()),
  lastSeen: z.nullable(z.int()),
  /** Users known. */
  users: count,
  /** The newest contact that took place. */
  lastTouch: z.nullable(z.int()),
  openTasks: count,
  /** How it stood when health was last worked out; null: never. */
  health: z.nullable(
    z.object({
      segment: z.string(),
      score: z.nullable(z.number()),
      coverage: z.number(),
      band: z.nullable(HealthBand),
      risk: z.nullable(Risk),
    }),
  ),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Account = z.infer<typeof Account>;

/** One account with where its values came from, and how revenue and stage went. */
export const AccountDetail = z.object({
  ...Account.shape,
  /** By field; of attributes of the workspace's own, "custom.NAME". */
  sources: z.record(z.string(), ValueSource),
  /** What the app said of it, as it came. */
  traits: z.record(z.string(), z.unknown()),
  /** From each day on, oldest first; `minor` null: not known from then on. */
  mrrHistory: z.array(
    z.object({ since: CalendarDay, minor: z.nullable(z.int()), currency: z.nullable(z.string()) }),
  ),
  stageHistory: z.array(z.object({ since: CalendarDay, stage: z.nullable(Id) })),
});
export type AccountDetail = z.infer<typeof AccountDetail>;

/** `GET /v1/accounts` */
export const AccountList = z.object({
  items: z.array(Account),
  /** Of all pages. */
  total: count,
  /** Pass as `after` for the next page; null at the end. */
  next: z.nullable(z.string()),
});
export type AccountList = z.infer<typeof AccountList>;

/** `POST /v1/accounts`: many at once; each is taken whole or refused. */
export const AccountBatch = z.strictObject({
  accounts: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(1000)),
});

/** What became of what was said about one account. */
export const AccountOutcome = z.object({
  id: z.string(),
  outcome: z.enum(["made", "changed", "unchanged", "refused"]),
  /** Fields that are another now. */
  changed: z.array(z.string()),
  /** Fields that a person had corrected, and that keep their value. */
  held: z.array(z.string()),
  /** Fields out of which somebody was left whose data were deleted. */
  erased: z.optional(z.array(z.string())),
  /** Why it was refused. */
  problems: z.array(ToldProblem),
});
export type AccountOutcome = z.infer<typeof AccountOutcome>;

export const AccountOutcomes = z.object({ items: z.array(AccountOutcome) });

/** `GET /v1/accounts/facets`: the values by which accounts can be told apart, with how many have them. */
export const AccountFacets = z.object({
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), accounts: count }))),
});
export type AccountFacets = z.infer<typeof AccountFacets>;

/** `GET /v1/accounts/:id/people` */
export const AccountPeople = z.object({
  people: z.array(
    z.object({
      user: z.string(),
      name: z.nullable(z.string()),
      email: z.nullable(z.string()),
      /** What they are at the customer. */
      role: z.nullable(z.string()),
      traits: z.record(z.string(), z.unknown()),
      verified: z.boolean(),
      /** null: somebody wrote them down, and their app has never named them. */
      firstSeen: z.nullable(z.int()),
      lastSeen: z.nullable(z.int()),
      champion: z.boolean(),
    }),
  ),
});
export type AccountPeople = z.infer<typeof AccountPeople>;
