import { describe, expect, it } from "vitest";
import { createTranslator } from "../../lib/i18n/translator.ts";
import type { PlaybookAction } from "../../lib/model/playbook.ts";
import { withRule } from "../../lib/model/problem.ts";
import { RULES } from "../../lib/model/rule.ts";
import { NO_CHOICES } from "../author/condition-names.ts";
import { sayAction, sayResult, sayWhy } from "./words.ts";

const ENGLISH = createTranslator("en", ["en"]);
const RUSSIAN = createTranslator("ru", ["ru"]);

describe("what a playbook does", () => {
  it.each<[PlaybookAction, string]>([
    [{ type: "task", title: "Call {{account.name|them}}" }, "a task: Call ‹name›"],
    [{ type: "task", title: "Call", dueDays: 1 }, "a task, due in 1 day: Call"],
    [{ type: "alert", title: "Look", level: "critical" }, "an alert (Critical): Look"],
    [{ type: "assign", owner: "ann" }, "the account goes to ann"],
    [{ type: "attribute", name: "vip", value: true }, "sets “vip” to yes"],
    [{ type: "attribute", name: "score", value: 1234.567 }, "sets “score” to 1,234.57"],
    [{ type: "attribute", name: "vip", value: null }, "takes “vip” away"],
    [{ type: "webhook", forward: "crm" }, "a message to crm"],
  ])("%j is said in words", (action, said) => {
    expect(sayAction(action, ENGLISH).toLowerCase()).toBe(said.toLowerCase());
  });
});

describe("what became of it", () => {
  it("what was done is said with its value", () => {
    const done = (type: string, value: string | null) =>
      sayResult({ type, done: value, error: null }, ENGLISH);
    expect(done("task", "run.0")).toBe("task made");
    expect(done("assign", "ann")).toBe("given to ann");
    expect(done("attribute", "gold")).toBe("attribute set to gold");
    expect(done("attribute", "true")).toBe("attribute set to yes");
    expect(done("attribute", null)).toBe("attribute taken away");
  });

  it("J8: what could not be done is said in the person's language", () => {
    const error = 'There is no forward "crm".';
    const problem = withRule({ path: "forward", found: '"crm"', allowed: RULES.target });
    const failed = { type: "webhook", done: null, error };
    expect(sayResult({ ...failed, problem }, RUSSIAN)).toBe(
      'не удалось (Отправить сообщение): Получатель: "crm" не подходит. Нужно: получатель, который есть. Его добавляет администратор в настройках.',
    );
    expect(sayResult(failed, ENGLISH)).toBe(`Send a message failed: ${error}`);
  });
});

describe("why it fired", () => {
  const choices = { ...NO_CHOICES, features: [{ id: "reports", name: "Reports" }] };
  const why = (type: string, values: Record<string, string | number | boolean | null>) => ({
    ...{ at: "", type, holds: true, values },
  });

  it("says what was found, by the names of things", () => {
    const all = [
      why("attribute", { name: "usageTrend", found: 0.333333 }),
      why("attribute", { name: "healthBand", found: "poor" }),
      why("count", { feature: "reports", found: 12 }),
      why("signal", { signal: "stuck", found: true }),
    ];
    const [trend, band, count, signal] = sayWhy(all, choices, ENGLISH).split(" · ");
    expect(trend).toContain("0.33");
    expect(band?.toLowerCase()).toContain("poor");
    expect([count, signal]).toEqual(["“Reports”: 12", "“stuck”: yes"]);
  });

  it("leaves out what is not known, that they are a customer, and signals that do not hold", () => {
    const all = [
      why("attribute", { name: "customer", found: true }),
      why("attribute", { name: "nps", found: null }),
      why("signal", { signal: "stuck", found: false }),
    ];
    expect(sayWhy(all, choices, ENGLISH)).toBe("");
  });
});
