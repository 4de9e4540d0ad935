import * as z from "zod/mini";
import { Localized } from "./primitives.ts";

/** Whether what is done for customers helps: N15 to N18 of docs/spec/numbers.md. Days are "YYYY-MM-DD". */

const count = z.int().check(z.nonnegative());
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
const Days = z.object({ from: z.string(), to: z.string() });

/** What can have been done for an account. */
export const TREATMENTS = ["contact", "meeting", "review", "playbook"] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** Fewer accounts on either side are too few to say. */
export const EFFECT_MINIMUM = 20;

const Outcome = z.object({
  /** `kept`: share that are still customers; `mrr`: minor units a month, after less before; `usage`: uses of features, after less before. */
  what: z.enum(["kept", "mrr", "usage"]),
  /** Of `mrr`. */
  currency: z.nullable(z.string()),
  /** Accounts that were compared, and accounts to which nothing was done and that had one like them. */
  treated: count,
  controls: count,
  /** To which it was done, and that had nobody like them. */
  unmatched: count,
  means: z.nullable(z.object({ treated: z.number(), controls: z.number() })),
  difference: z.nullable(Estimate),
  /** `few`: too few to say; else whether the interval leaves out zero. */
  verdict: z.enum(["few", "more", "less", "open"]),
});
export type EffectOutcome = z.infer<typeof Outcome>;

/** The difference in MRR, times the accounts that were compared: minor units a month. */
const Incremental = z.nullable(z.object({ currency: z.string(), ...Estimate.shape }));

/** `GET /v1/query/effect?of=meeting&lag=60` */
export const EffectReport = z.object({
  of: z.enum(TREATMENTS),
  /** Days from the end of the window to the day that is looked at. */
  lag: count,
  /** It was done within these days. */
  window: Days,
  /** Usage of these days says who is like whom. */
  before: Days,
  /** Usage of these days, and the customers of the last one. */
  after: Days,
  /** Customers of the day before the window, and to how many of them it was done. */
  customers: count,
  treated: count,
  outcomes: z.array(Outcome),
  incremental: Incremental,
});
export type EffectReport = z.infer<typeof EffectReport>;

/** `GET /v1/query/playbooks/:id/effect?lag=60` */
export const PlaybookEffect = z.object({
  playbook: z.string(),
  /** `matched`: nobody is held out, so accounts like them stand in. */
  against: z.enum(["holdout", "matched"]),
  lag: count,
  /** When it fired for those that are compared; null: whenever it did (holdout). */
  window: z.nullable(Days),
  /** Customers for which it fired, and those for which that was too lately. */
  treated: count,
  open: count,
  /** Something else than chance sorted the accounts into the arms, so that nothing can be said. */
  mismatch: z.boolean(),
  outcomes: z.array(Outcome),
  incremental: Incremental,
});
export type PlaybookEffect = z.infer<typeof PlaybookEffect>;

/** `GET /v1/query/guides/:id/revenue?lag=60`: a guide's accounts against those held out. */
export const GuideRevenue = z.object({
  guide: z.string(),
  name: Localized,
  /** Why there is nothing to compare: no experiment, or one that draws people and not accounts. */
  missing: z.nullable(z.enum(["experiment", "accounts"])),
  lag: count,
  /** Accounts that met the experiment too lately. */
  open: count,
  /** Something else than chance sorted the accounts into the arms, so that nothing can be said. */
  mismatch: z.boolean(),
  outcomes: z.array(Outcome),
  incremental: Incremental,
});
export type GuideRevenue = z.infer<typeof GuideRevenue>;
