import * as z from "zod/mini";
import { AlertLevel, Playbook } from "./playbook.ts";
import { ToldProblem } from "./problem.ts";

const time = z.int();
const known = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

/** The single conditions that were looked at, and what was found. */
export const PlaybookWhy = z.array(
  z.object({
    at: z.string(),
    type: z.string(),
    holds: z.union([z.boolean(), z.string()]),
    values: z.record(z.string(), known),
  }),
);
export type PlaybookWhy = z.infer<typeof PlaybookWhy>;

/** A playbook of a workspace. */
export const StoredPlaybook = z.object({
  id: z.string(),
  body: Playbook,
  paused: z.boolean(),
  updatedAt: time,
  /** Accounts for which its condition holds now. */
  holds: z.int(),
  /** How often it fired, and when last. */
  runs: z.int(),
  lastRun: z.nullable(time),
});
export type StoredPlaybook = z.infer<typeof StoredPlaybook>;
export const PlaybookList = z.object({ items: z.array(StoredPlaybook) });

export const PlaybookActs = z.object({
  items: z.array(
    z.object({
      at: time,
      by: z.string(),
      act: z.enum(["written", "paused", "resumed", "removed"]),
      account: z.nullable(z.string()),
      body: z.nullable(Playbook),
    }),
  ),
});
export type PlaybookActs = z.infer<typeof PlaybookActs>;

/** For whom a condition holds, and when the playbook fires if it goes on. */
export const PlaybookWaiting = z.object({
  items: z.array(
    z.object({
      account: z.string(),
      name: z.nullable(z.string()),
      since: time,
      paused: z.boolean(),
      /** Null: it has fired for this. */
      dueAt: z.nullable(time),
    }),
  ),
});
export type PlaybookWaiting = z.infer<typeof PlaybookWaiting>;

/** What became of an action: made, or why not. */
export const ActionResult = z.object({
  type: z.string(),
  /** Id of the task, alert or message; of others the value. */
  done: z.nullable(z.string()),
  error: z.nullable(z.string()),
  /** The same as `error`, for whoever says it in another language. */
  problem: z.optional(ToldProblem),
});
export type ActionResult = z.infer<typeof ActionResult>;

export const PlaybookRun = z.object({
  id: z.string(),
  playbook: z.string(),
  account: z.string(),
  /** Of the account. */
  name: z.nullable(z.string()),
  /** Since when the condition had held. */
  since: time,
  at: time,
  /** The playbook as it was. */
  body: Playbook,
  why: PlaybookWhy,
  /** Nothing was done, to compare what becomes of accounts with those for which it was. */
  heldOut: z.boolean(),
  results: z.array(ActionResult),
});
export type PlaybookRun = z.infer<typeof PlaybookRun>;
export const PlaybookRuns = z.object({
  items: z.array(PlaybookRun),
  next: z.nullable(z.string()),
});
export type PlaybookRuns = z.infer<typeof PlaybookRuns>;

export const Alert = z.object({
  id: z.string(),
  account: z.string(),
  /** Of the account. */
  name: z.nullable(z.string()),
  playbook: z.string(),
  run: z.string(),
  level: AlertLevel,
  title: z.string(),
  at: time,
  closedAt: z.nullable(time),
});
export type Alert = z.infer<typeof Alert>;
export const AlertList = z.object({ items: z.array(Alert) });

/** `POST /v1/playbooks/try` */
export const PlaybookTrial = z.strictObject({
  playbook: Playbook,
  /** Days to look back at. */
  days: z._default(z.int().check(z.positive(), z.maximum(90)), 90),
});

/** What a playbook would have done: J9 of docs/spec/playbooks.md. */
export const PlaybookTried = z.object({
  /** The first day that was looked at, "YYYY-MM-DD". */
  from: z.string(),
  to: z.string(),
  /** Accounts looked at. */
  accounts: z.int(),
  fires: z.array(
    z.object({
      account: z.string(),
      name: z.nullable(z.string()),
      since: time,
      at: time,
      why: PlaybookWhy,
    }),
  ),
});
export type PlaybookTried = z.infer<typeof PlaybookTried>;

export const PlaybookPause = z.strictObject({
  /** Only for this account. */
  account: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

export const PlaybookPass = z.object({ accounts: z.int(), fired: z.int() });
