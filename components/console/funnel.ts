import type { GuideFunnel } from "../../lib/model/query.ts";

type Step = GuideFunnel["steps"][number];

export interface FunnelRow extends Step {
  /** Saw the step and did not finish it, so far. */
  lost: number;
  /** `lost` as a part of those who saw the step, 0 to 1. */
  lostShare: number;
}

export interface FunnelView {
  /** The most people anywhere in the guide: the full length of a bar. */
  whole: number;
  totals: { started: number; completed: number; dismissed: number; missing: number };
  /** Of those who said whether it helped; null: nobody did. */
  helped: { yes: number; of: number; share: number } | null;
  rows: FunnelRow[];
}

/**
 * Drop-off step by step. A step can have more people than the one before: a guide resumes, and people begin with
 * different versions. Then nobody is lost, never a negative number.
 */
export function readFunnel(funnel: GuideFunnel): FunnelView {
  const { totals } = funnel;
  const yes = totals.rated_helpful ?? 0;
  const of = yes + (totals.rated_unhelpful ?? 0);
  return {
    whole: Math.max(totals.started ?? 0, ...funnel.steps.map(({ shown }) => shown)),
    totals: {
      started: totals.started ?? 0,
      completed: totals.completed ?? 0,
      dismissed: totals.dismissed ?? 0,
      missing: totals.target_missing ?? 0,
    },
    helped: of === 0 ? null : { yes, of, share: yes / of },
    rows: funnel.steps.map((step) => {
      const lost = Math.max(0, step.shown - step.completed);
      return { ...step, lost, lostShare: step.shown > 0 ? lost / step.shown : 0 };
    }),
  };
}
