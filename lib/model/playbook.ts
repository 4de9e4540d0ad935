import * as z from "zod/mini";
import { CustomName, CustomValue } from "./account-value.ts";
import { parseDuration } from "./duration.ts";
import { PlaybookCondition } from "./playbook-condition.ts";
import { Id, Name } from "./primitives.ts";
import { RULES } from "./rule.ts";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const UpToAYear = z.string().check(
  z.refine(
    (days) => {
      const ms = parseDuration(days);
      return ms !== undefined && /[dw]$/.test(days) && ms <= 366 * 86_400_000;
    },
    { error: RULES.daysOrWeeks },
  ),
);

export const ALERT_LEVELS = ["info", "warning", "critical"] as const;
export const AlertLevel = z.enum(ALERT_LEVELS);
export type AlertLevel = z.infer<typeof AlertLevel>;

/** What a playbook does about an account: J8 of docs/spec/playbooks.md. */
export const PlaybookAction = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("task"),
    title: text(200),
    note: z.optional(text(10_000)),
    /** Default: whose account it is. */
    owner: z.optional(text(120)),
    /** Days until it is due; 0 is today. */
    dueDays: z.optional(z.int().check(z.nonnegative(), z.maximum(366))),
  }),
  z.strictObject({ type: z.literal("alert"), title: text(200), level: AlertLevel }),
  z.strictObject({ type: z.literal("assign"), owner: text(120) }),
  /** Makes the account one of a segment; its people get a guide whose audience asks for the attribute. Null takes it away. */
  z.strictObject({
    type: z.literal("attribute"),
    name: CustomName,
    value: z.nullable(CustomValue),
  }),
  /** To a target of `/v1/forwards`, with its signature and its retries. By e-mail `title` is the subject. */
  z.strictObject({
    type: z.literal("webhook"),
    forward: Id,
    title: z.optional(text(200)),
    text: z.optional(text(10_000)),
  }),
]);
export type PlaybookAction = z.infer<typeof PlaybookAction>;

/** When something holds of an account for long enough, something is done. */
export const Playbook = z.strictObject({
  name: Name,
  description: z.optional(z.string().check(z.maxLength(2000))),
  when: PlaybookCondition,
  /** How long the condition has to hold without a break; absent: not at all. */
  wait: z.optional(UpToAYear),
  /** After it fired for an account, it rests there for this long. */
  coolDown: z._default(UpToAYear, "30d"),
  actions: z.array(PlaybookAction).check(z.minLength(1), z.maxLength(10)),
  /** Share of accounts, drawn once for ever, for which nothing is done, so that its effect can be told. */
  holdout: z.optional(z.number().check(z.positive(), z.maximum(0.5))),
});
export type Playbook = z.infer<typeof Playbook>;
