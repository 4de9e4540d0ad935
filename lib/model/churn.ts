import * as z from "zod/mini";
import { AccountId } from "./account.ts";
import { CustomName } from "./account-value.ts";
import { Id, Timestamp } from "./primitives.ts";
import { RULES } from "./rule.ts";
import { RecordId } from "./touch.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What tells that a customer may leave. */
export const CHURN_KINDS = [
  "usage-drop",
  "onboarding-overdue",
  "integration-overdue",
  "missed-meetings",
  "more-bugs",
  "bad-release",
  "low-nps",
  "champion-left",
  "late-payment",
  "long-silence",
  "bake-off",
  "custom",
] as const;
export const ChurnKind = z.enum(CHURN_KINDS);
export type ChurnKind = z.infer<typeof ChurnKind>;

export const ChurnLevel = z.enum(["medium", "high"]);
export type ChurnLevel = z.infer<typeof ChurnLevel>;

/** Found by Waymark itself, said by a person, by another program, or with a file. */
export const ChurnSource = z.enum(["found", "hand", "api", "import"]);
export type ChurnSource = z.infer<typeof ChurnSource>;

/** What is compared with what, in figures: of a drop the week and the usual one, of an overdue stage the days. */
export const ChurnDetail = z.record(
  z.string().check(z.maxLength(40)),
  z.nullable(z.union([z.number(), z.string().check(z.maxLength(200))])),
);
export type ChurnDetail = z.infer<typeof ChurnDetail>;

/** A sign of churn about one account, in force until it ends. */
export const ChurnSignal = z.object({
  id: RecordId,
  account: AccountId,
  kind: ChurnKind,
  /** Of a custom one what it is called; of one that a definition asked for, the definition's id. */
  name: z.nullable(z.string()),
  level: ChurnLevel,
  source: ChurnSource,
  /** Since when it holds, epoch ms. */
  at: z.int(),
  endedAt: z.nullable(z.int()),
  note: z.string(),
  detail: ChurnDetail,
});
export type ChurnSignal = z.infer<typeof ChurnSignal>;

/** The same sent twice is one; sent otherwise it is changed. */
export const NewChurnSignal = z
  .strictObject({
    account: AccountId,
    kind: ChurnKind,
    /** What a signal of kind "custom" is called. */
    name: z.optional(text(120)),
    level: z._default(ChurnLevel, "medium"),
    source: z._default(z.enum(["hand", "api", "import"]), "hand"),
    at: z.optional(Timestamp),
    endedAt: z.optional(z.nullable(Timestamp)),
    note: z._default(z.string().check(z.maxLength(4000)), ""),
  })
  .check((context) => {
    const { kind, name } = context.value;
    if (kind !== "custom" || name !== undefined) return;
    const message = RULES.signName;
    context.issues.push({ code: "custom", path: ["name"], message, input: name });
  });
export type NewChurnSignal = z.infer<typeof NewChurnSignal>;

export const ChurnSignalBatch = z.strictObject({
  signals: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(1000)),
});

export const ChurnSignalList = z.object({ items: z.array(ChurnSignal) });

/** A rule of the workspace's own: a number of the account, or a share of its people for whom a signal holds. */
export const ChurnWatch = z.strictObject({
  id: Id,
  kind: ChurnKind,
  level: ChurnLevel,
  on: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("attribute"),
      attribute: CustomName,
      op: z.enum(["<=", ">="]),
      value: z.number(),
      freshDays: z.int().check(z.positive(), z.maximum(3650)),
    }),
    z.strictObject({
      type: z.literal("signal"),
      signal: Id,
      /** Percent of the people the signal is known of. */
      share: z.number().check(z.positive(), z.maximum(100)),
    }),
  ]),
});
export type ChurnWatch = z.infer<typeof ChurnWatch>;
