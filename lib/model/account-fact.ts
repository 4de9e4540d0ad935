/** What conditions of playbooks can ask about an account besides `custom.NAME` and `module.NAME`: J2 of docs/spec/playbooks.md. */
export const ACCOUNT_FACTS = [
  "name",
  "plan",
  "seats",
  "owner",
  "vertical",
  "geography",
  "size",
  "touchModel",
  "stage",
  "churnKind",
  "mrr",
  "currency",
  "customer",
  "users",
  "champions",
  "goalsReached",
  "openTasks",
  "healthScore",
  "healthBand",
  "risk",
  "nps",
  "usesInWeek",
  "usesOfUsualWeek",
  "usageTrend",
  "daysSinceUse",
  "daysSinceTouch",
  "daysInStage",
  "daysAsCustomer",
  "daysToRenewal",
  "daysToContractEnd",
  "daysSinceChurn",
] as const;
export type AccountFact = (typeof ACCOUNT_FACTS)[number];

export function isAccountFact(name: string): boolean {
  return (ACCOUNT_FACTS as readonly string[]).includes(name) || /^(custom|module)\../.test(name);
}
