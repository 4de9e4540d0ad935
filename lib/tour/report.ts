import type { GuideAction } from "../model/event.ts";
import type { Answer } from "../model/question.ts";
import type { Plan } from "./plan.ts";
import type { Effect } from "./run.ts";

/** Longest reason that an event carries. */
const REASON_LIMIT = 100;

export function report(
  plan: Plan,
  action: GuideAction,
  at: number,
  said: { reason?: string | undefined; answer?: Answer } = {},
): Effect {
  const step = plan.steps[at]?.id;
  const { reason, answer } = said;
  return {
    type: "report",
    event: {
      action,
      guide: plan.guide,
      version: plan.version,
      ...(step !== undefined && { step }),
      ...(reason !== undefined && { reason: reason.slice(0, REASON_LIMIT) }),
      ...(answer && { answer }),
    },
  };
}
