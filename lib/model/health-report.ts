import * as z from "zod/mini";
import { DatedMoney, TouchModel } from "./account-value.ts";
import { CalendarDay } from "./calendar-day.ts";
import { ChurnSignal } from "./churn.ts";
import { MEASURE_KINDS } from "./health-measure.ts";
import { Localized } from "./primitives.ts";
import { RISKS, Risk, RiskCause } from "./risk.ts";
import { CaseStep, RiskCase } from "./risk-case.ts";

const count = z.int().check(z.nonnegative());
const MeasureKind = z.enum(MEASURE_KINDS);

/** What a measure costs the global score, in points: zero or less. */
export const HealthReason = z.object({
  score: z.string(),
  kind: MeasureKind,
  /** The feature, signal, attribute or group it is about; empty where the kind says it all. */
  subject: z.string(),
  points: z.number(),
});
export type HealthReason = z.infer<typeof HealthReason>;

export const HealthMeasureResult = z.object({
  kind: MeasureKind,
  subject: z.string(),
  weight: z.number(),
  measured: z.discriminatedUnion("state", [
    z.object({
      state: z.literal("known"),
      score: z.number(),
      /** What was found, and what it was held against, in the measure's own unit. */
      value: z.number(),
      of: z.nullable(z.number()),
    }),
    z.object({ state: z.literal("not-applicable") }),
    z.object({ state: z.literal("unknown") }),
  ]),
});
export type HealthMeasureResult = z.infer<typeof HealthMeasureResult>;

export const HealthScore = z.object({
  id: z.string(),
  name: Localized,
  /** null: too little is known, or nothing applies. */
  score: z.nullable(z.number()),
  /** From 0 to 1; null: nothing applies. */
  coverage: z.nullable(z.number()),
  measures: z.array(HealthMeasureResult),
});
export type HealthScore = z.infer<typeof HealthScore>;

const Segment = z.object({ id: z.string(), name: Localized });

/** `GET /v1/accounts/:id/health` */
export const AccountHealth = z.object({
  account: z.string(),
  name: z.nullable(z.string()),
  /** null: it was not looked at yet. */
  standing: z.nullable(
    z.object({
      at: z.int(),
      segment: Segment,
      score: z.nullable(z.number()),
      coverage: z.number(),
      risk: z.nullable(Risk),
      riskSince: CalendarDay,
      causes: z.array(RiskCause),
      reasons: z.array(HealthReason),
      scores: z.array(HealthScore),
      /** Uses of a usual week and of the last whole one, and below what it would be a drop; null: not enough is known. */
      usual: z.object({
        baseline: z.nullable(z.number()),
        current: z.nullable(z.number()),
        alert: z.nullable(z.number()),
        weeks: z.array(z.number()),
      }),
    }),
  ),
  /** By day, oldest first; days on which nothing was worked out are left out. */
  trend: z.array(
    z.object({ day: CalendarDay, score: z.nullable(z.number()), risk: z.nullable(Risk) }),
  ),
  /** In force, and those that ended within 90 days, newest first. */
  signals: z.array(ChurnSignal),
  /** The open one. */
  case: z.nullable(RiskCase),
  /** How many were closed before. */
  closedCases: count,
});
export type AccountHealth = z.infer<typeof AccountHealth>;

/** An account in a list about risk. */
export const AccountStanding = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  owner: z.nullable(z.string()),
  touchModel: z.nullable(TouchModel),
  mrr: z.nullable(DatedMoney),
  renewal: z.nullable(CalendarDay),
  segment: z.nullable(Segment),
  score: z.nullable(z.number()),
  coverage: z.number(),
  risk: z.nullable(Risk),
  riskSince: z.nullable(CalendarDay),
  /** What it was before that; null: it was first looked at then. */
  riskBefore: z.nullable(z.enum([...RISKS, "unknown"])),
  causes: z.array(RiskCause),
  reasons: z.array(HealthReason),
  case: z.nullable(z.object({ id: z.string(), step: CaseStep, openedAt: z.int() })),
});
export type AccountStanding = z.infer<typeof AccountStanding>;

const Risks = z.object({ low: count, medium: count, high: count, unknown: count });

/** `GET /v1/query/health` */
export const HealthOverview = z.object({
  /** When all accounts were last looked at; null: never. */
  finishedAt: z.nullable(z.int()),
  accounts: count,
  risks: Risks,
  /** Mean of the global scores that are known, and weighted by revenue where all revenue is in one currency. */
  mean: z.nullable(z.number()),
  weighted: z.nullable(z.number()),
  /** Customers by their score in steps of ten, from 0 to 9 to 90 to 100. */
  histogram: z.array(count),
  segments: z.array(
    z.object({ ...Segment.shape, accounts: count, mean: z.nullable(z.number()), risks: Risks }),
  ),
  /** Whom somebody should look at, in that order: Z12 of docs/spec/churn.md. */
  attention: z.array(AccountStanding),
  /** How many there are, of whom `attention` has the first. */
  attentionTotal: count,
});
export type HealthOverview = z.infer<typeof HealthOverview>;

/** `GET /v1/query/health/accounts` */
export const StandingList = z.object({
  items: z.array(AccountStanding),
  total: count,
  next: z.nullable(z.string()),
});
export type StandingList = z.infer<typeof StandingList>;

/** `POST /v1/health/compute` */
export const HealthPass = z.object({ accounts: count, finishedAt: z.int() });
