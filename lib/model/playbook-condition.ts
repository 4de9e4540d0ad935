import { ACCOUNT_FACTS, isAccountFact } from "./account-fact.ts";
import { Condition } from "./condition.ts";
import { durationMs } from "./duration.ts";
import { sayRule } from "./rule.ts";
import type { Broken } from "./survey-rules.ts";

/** Days of use that are kept by account. */
export const USAGE_DAYS = 182;

/** A condition that an account as a whole can fulfil: J1 of docs/spec/playbooks.md. */
export const PlaybookCondition = Condition.check((context) => {
  for (const { path, allowed } of notOfAccounts(context.value)) {
    context.issues.push({ code: "custom", path, message: allowed, input: context.value });
  }
});

function notOfAccounts(condition: Condition, path: (string | number)[] = []): Broken[] {
  const say = (field: string, allowed: string): Broken[] => [{ path: [...path, field], allowed }];
  switch (condition.type) {
    case "all":
    case "any":
      return condition.of.flatMap((part, index) => notOfAccounts(part, [...path, "of", index]));
    case "not":
      return notOfAccounts(condition.of, [...path, "of"]);
    case "signal":
      return [];
    case "used":
    case "count": {
      const { within } = condition;
      if (within === undefined || isWholeDays(within)) return [];
      return say("within", sayRule("wholeDays", { max: USAGE_DAYS }));
    }
    case "attribute":
      if (condition.of !== "account") return say("of", '"account"');
      if (isAccountFact(condition.name)) return [];
      return say("name", sayRule("accountFact", { facts: ACCOUNT_FACTS.join(", ") }));
    default:
      return say("type", '"all", "any", "not", "attribute", "used", "count" or "signal"');
  }
}

function isWholeDays(text: string): boolean {
  const days = durationMs(text) / 86_400_000;
  return Number.isInteger(days) && days <= USAGE_DAYS;
}
