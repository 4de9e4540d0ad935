import * as z from "zod/mini";
import type { Condition } from "./condition.ts";
import { Playbook } from "./playbook.ts";
import type { Scalar } from "./primitives.ts";

export const ReadyPlaybooks = z.object({
  items: z.array(z.object({ id: z.string(), body: Playbook })),
});

type Op = Extract<Condition, { type: "attribute" }>["op"];

const fact = (name: string, op: Op, value?: Scalar | Scalar[]): Condition => ({
  type: "attribute",
  of: "account",
  name,
  op,
  ...(value === undefined ? {} : { value }),
});
const all = (...of: Condition[]): Condition => ({ type: "all", of });
const customer = fact("customer", "eq", true);

/** "Was used before, and not in the last seven days", for a feature of the workspace. */
export function inactiveFeature(feature: string): Playbook {
  return {
    name: `Not used for 7 days: ${feature}`,
    when: all(
      customer,
      { type: "used", feature },
      { type: "count", feature, op: "eq", value: 0, within: "7d" },
    ),
    coolDown: "30d",
    actions: [
      {
        type: "task",
        title: `Ask {{account.name|them}} why they stopped using ${feature}`,
        dueDays: 2,
      },
    ],
  };
}

/** To begin with: copied, changed, tried on what was, and resumed. J11 of docs/spec/playbooks.md. */
export const READY_PLAYBOOKS: Readonly<Record<string, Playbook>> = {
  "usage-drop": {
    name: "Usage drops",
    description: "Less than half of the usual use, for three days in a row.",
    when: all(customer, fact("usageTrend", "lt", 0.5), fact("usesOfUsualWeek", "gte", 10)),
    wait: "3d",
    coolDown: "30d",
    actions: [
      { type: "alert", title: "{{account.name|An account}} is used far less", level: "warning" },
    ],
  },
  "bad-health": {
    name: "Bad for 7 days",
    description: "Poor health for a week goes to somebody who looks closer.",
    when: all(customer, fact("healthBand", "eq", "poor")),
    wait: "7d",
    coolDown: "30d",
    actions: [
      { type: "alert", title: "{{account.name|An account}} is in poor health", level: "critical" },
      { type: "task", title: "Find out what ails {{account.name|them}}", dueDays: 2 },
    ],
  },
  upsell: {
    name: "Upsell candidates",
    description: "Well for two weeks, and used more than usual.",
    when: all(
      customer,
      fact("healthBand", "eq", "good"),
      fact("usageTrend", "gte", 1.1),
      { type: "not", of: fact("risk", "eq", "high") },
      fact("daysAsCustomer", "gte", 90),
    ),
    wait: "14d",
    coolDown: "90d",
    actions: [
      { type: "attribute", name: "upsell", value: true },
      { type: "task", title: "Talk with {{account.name|them}} about a larger plan", dueDays: 14 },
    ],
  },
  "cross-sell": {
    name: "Cross-sell candidates",
    description: "Well and reached a goal. Add which module they lack: not module.NAME.",
    when: all(customer, fact("healthBand", "eq", "good"), fact("goalsReached", "gte", 1)),
    wait: "14d",
    coolDown: "90d",
    actions: [
      { type: "task", title: "Show {{account.name|them}} a module they do not have", dueDays: 14 },
    ],
  },
  advocates: {
    name: "Advocates for references",
    description: "Recommend the product, are well, and have been customers for half a year.",
    when: all(
      customer,
      fact("nps", "gte", 9),
      fact("healthBand", "eq", "good"),
      fact("daysAsCustomer", "gte", 180),
    ),
    coolDown: "26w",
    actions: [
      { type: "attribute", name: "advocate", value: true },
      { type: "task", title: "Ask {{account.name|them}} for a reference", dueDays: 14 },
    ],
  },
  "win-back": {
    name: "Win back after offboarding",
    description: "Three months after they left, if they did not leave for want of payment.",
    when: all(
      fact("customer", "eq", false),
      fact("daysSinceChurn", "gte", 90),
      fact("daysSinceChurn", "lt", 365),
      fact("churnKind", "ne", "involuntary"),
    ),
    coolDown: "26w",
    actions: [{ type: "task", title: "Ask {{account.name|them}} how they are now", dueDays: 7 }],
  },
};
