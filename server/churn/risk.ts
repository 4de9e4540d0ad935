import type { ChurnSignal } from "../../lib/model/churn.ts";
import type { Risk, RiskCause } from "../../lib/model/risk.ts";
import { dayOf } from "../../lib/signal/day.ts";
import type { Band } from "../health/band.ts";

/** Before renewal a score that is merely middling is dangerous. */
const RENEWAL_DAYS = 90;
const RENEWAL_SCORE = 65;
/** So many kinds of signs at once are as bad as one that is high. */
const SEVERAL = 3;

export interface RiskQuestion {
  score: number | null;
  /** After hysteresis; null with an unknown score. */
  band: Band | null;
  /** "YYYY-MM-DD" */
  renewal: string | null;
  /** Those in force. */
  signals: readonly Pick<ChurnSignal, "kind" | "name" | "level">[];
  now: number;
}

export interface RiskAnswer {
  /** null: nothing is known, good or bad. */
  risk: Risk | null;
  /** What speaks for it, the worst first; nothing for a low risk. */
  causes: RiskCause[];
}

/** Z10 of docs/spec/churn.md. */
export function judgeRisk({ score, band, renewal, signals, now }: RiskQuestion): RiskAnswer {
  const causes: RiskCause[] = [];
  if (band === "poor") causes.push({ risk: "high", type: "score" });
  if (band === "fair") causes.push({ risk: "medium", type: "score" });
  if (score !== null && score < RENEWAL_SCORE && isSoon(renewal, now)) {
    causes.push({ risk: "high", type: "renewal" });
  }
  for (const { kind, name, level } of signals) {
    causes.push({ risk: level, type: "signal", kind, name });
  }
  if (new Set(signals.map(({ kind, name }) => `${kind} ${name}`)).size >= SEVERAL) {
    causes.push({ risk: "high", type: "several" });
  }
  const ordered = causes.toSorted((a, b) => Number(b.risk === "high") - Number(a.risk === "high"));
  const worst = ordered[0]?.risk;
  return { risk: worst ?? (band === null ? null : "low"), causes: ordered };
}

/** Within 90 days from now; a day that has passed tells of a contract that was renewed, not of one that will be. */
function isSoon(renewal: string | null, now: number): boolean {
  if (renewal === null) return false;
  const days = dayOf(Date.parse(renewal)) - dayOf(now);
  return days >= 0 && days <= RENEWAL_DAYS;
}
