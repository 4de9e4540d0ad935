import type { AccountPatch } from "../../lib/model/account.ts";
import type { DatedMoney } from "../../lib/model/account-value.ts";
import type { Problem } from "../../lib/model/parse.ts";
import { sayRule } from "../../lib/model/rule.ts";
import type { AccountRecord, Values } from "./record.ts";

/** A patch taken apart: plain values, and what has a day of its own. */
export interface Said {
  values: Values;
  mrrHistory: readonly DatedMoney[];
  stageSince: string | undefined;
}

/** What a patch says of an account; amounts without a day are of `today`. */
export function saidBy(patch: AccountPatch, today: string): Said {
  const { custom = {}, mrrHistory = [], stageSince, mrr, ...rest } = patch;
  return {
    values: {
      ...rest,
      ...(mrr === undefined ? {} : { mrr: mrr && { ...mrr, since: mrr.since ?? today } }),
      ...Object.fromEntries(
        Object.entries(custom).map(([name, value]) => [`custom.${name}`, value]),
      ),
    },
    mrrHistory,
    stageSince,
  };
}

/** Custom attributes of an account. */
export const MOST_CUSTOM = 64;

/** What is wrong with values that each for itself are right. */
export function problemsOf(
  { values, mrrHistory, stageSince }: Said,
  { values: next }: AccountRecord,
  { today, stages }: { today: string; stages: ReadonlySet<string> },
): Problem[] {
  const problems: Problem[] = [];
  const notAfterToday = (path: string, day: string | undefined) => {
    if (day !== undefined && day > today) {
      problems.push({ path, found: show(day), allowed: sayRule("upToToday", { today }) });
    }
  };
  notAfterToday("mrr.since", (values.mrr as DatedMoney | null | undefined)?.since);
  for (const [at, { since }] of mrrHistory.entries()) {
    notAfterToday(`mrrHistory[${at}].since`, since);
  }
  notAfterToday("stageSince", stageSince);
  if (typeof values.stage === "string" && !stages.has(values.stage)) {
    const allowed = sayRule("stage", { stages: [...stages].join(", ") });
    problems.push({ path: "stage", found: show(values.stage), allowed });
  }
  const { contractStart, contractEnd } = next;
  if (
    isBefore(contractEnd, contractStart) &&
    ("contractStart" in values || "contractEnd" in values)
  ) {
    const allowed = sayRule("contractEnd", { start: String(contractStart) });
    problems.push({ path: "contractEnd", found: show(contractEnd), allowed });
  }
  const custom = Object.keys(next).filter((field) => field.startsWith("custom."));
  if (custom.length > MOST_CUSTOM) {
    const allowed = sayRule("attributes", { max: MOST_CUSTOM });
    problems.push({ path: "custom", found: `${custom.length} attributes`, allowed });
  }
  return problems;
}

function isBefore(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" && a < b;
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
