import type { Condition } from "../../lib/model/condition.ts";

/** What conditions ask of accounts, so that nothing else is read and worked out. */
export interface Asked {
  /** Null: any may be asked for. */
  attributes: ReadonlySet<string> | null;
  /** What has to be read, or worked out, for them. */
  facts: ReadonlySet<Facts>;
  /** Whose uses are asked for; null: those of any feature. */
  features: ReadonlySet<string> | null;
  signals: boolean;
}

export function askedBy(condition: Condition): Asked {
  const leaves = leavesOf(condition);
  const attributes = leaves.flatMap((leaf) => (leaf.type === "attribute" ? [leaf.name] : []));
  const features = leaves.flatMap((leaf) =>
    leaf.type === "used" || leaf.type === "count" ? [leaf.feature] : [],
  );
  const ofAll = FACTS_OF.usage.some((name) => attributes.includes(name));
  return {
    attributes: new Set(attributes),
    facts: new Set(
      FACTS.filter((facts) => FACTS_OF[facts].some((name) => attributes.includes(name))),
    ),
    features: ofAll ? null : new Set(features),
    signals: leaves.some(({ type }) => type === "signal"),
  };
}

/** The same where any attribute may be named afterwards, by what is done. */
export function askedByAll(conditions: readonly Condition[]): Asked {
  const signals = conditions.some((condition) => askedBy(condition).signals);
  return { attributes: null, facts: new Set(FACTS), features: null, signals };
}

function leavesOf(condition: Condition): Condition[] {
  if (condition.type === "all" || condition.type === "any") return condition.of.flatMap(leavesOf);
  return condition.type === "not" ? leavesOf(condition.of) : [condition];
}

/** Facts that are read, or worked out, together. */
export type Facts =
  | "contract"
  | "money"
  | "stage"
  | "usage"
  | "health"
  | "touches"
  | "tasks"
  | "nps"
  | "users";

const FACTS_OF: Readonly<Record<Facts, readonly string[]>> = {
  contract: ["customer", "daysSinceChurn", "daysAsCustomer", "daysToRenewal", "daysToContractEnd"],
  money: ["mrr", "currency"],
  stage: ["stage", "daysInStage"],
  usage: ["usesInWeek", "usesOfUsualWeek", "usageTrend", "daysSinceUse"],
  health: ["healthScore", "healthBand", "risk"],
  touches: ["daysSinceTouch"],
  tasks: ["openTasks"],
  nps: ["nps"],
  users: ["users"],
};

const FACTS = Object.keys(FACTS_OF) as Facts[];

/** Facts that follow from a field of another name. */
const FIELD_OF: Readonly<Record<string, string>> = {
  customer: "churnedOn",
  daysSinceChurn: "churnedOn",
  daysAsCustomer: "customerSince",
  daysToRenewal: "renewal",
  daysToContractEnd: "contractEnd",
  goalsReached: "goals",
};

/** The fields of accounts that are asked for; null: all. */
export function fieldsOf({ attributes }: Asked): string[] | null {
  if (attributes === null) return null;
  return [...attributes].map(
    (name) => FIELD_OF[name] ?? (name.startsWith("module.") ? "modules" : name),
  );
}
