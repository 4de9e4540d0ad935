import { describe, expect, it } from "vitest";
import { createTranslator } from "../../lib/i18n/translator.ts";
import { HealthDefinitions } from "../../lib/model/health.ts";
import { DEFAULT_HEALTH } from "../../lib/model/health-defaults.ts";
import { parse } from "../../lib/model/parse.ts";
import { Playbook } from "../../lib/model/playbook.ts";
import { withRule } from "../../lib/model/problem.ts";
import { RULES, type RuleName, sayRule } from "../../lib/model/rule.ts";
import { sayPath, sayProblem, sayRuleIn, sayWordsIn } from "./say-problem.ts";

const ENGLISH = createTranslator("en", ["en"]);
const RUSSIAN = createTranslator("ru", ["ru"]);

/** What a schema finds wrong, as a Russian reads it. */
const inRussian = (read: ReturnType<typeof parse>) =>
  read.ok ? [] : read.error.map((problem) => sayProblem(withRule(problem), RUSSIAN));

describe("what the server finds wrong", () => {
  it.each(Object.keys(RULES) as RuleName[])("has words for %s in both languages", (rule) => {
    const names = [...RULES[rule].matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const said = [ENGLISH, RUSSIAN].map((words) => sayRuleIn({ rule, params }, words) ?? "");
    expect(said[0]).not.toMatch(/[а-я]/i);
    expect(said[1]).toMatch(/[а-я]/i);
    expect(said.join(" ")).not.toMatch(/[{}]/);
  });

  it("a playbook's faults are told by the names of its fields", () => {
    const wrong = {
      name: "",
      when: { type: "count", feature: "reports", op: "eq", value: 0, within: "1h" },
      wait: "a week",
      actions: [{ type: "task", title: "Call", dueDays: 400 }],
      more: 1,
    };
    expect(inRussian(parse(Playbook, wrong))).toEqual([
      'Название: "" не подходит. Нужно: текст длиной не меньше 1.',
      'Условие › За сколько: "1h" не подходит. Нужно: целое число дней, не больше 182.',
      'Ожидание: "a week" не подходит. Нужно: целое число дней или недель, не больше года.',
      "Действие 1 › Срок в днях: 400 не подходит. Нужно: не больше 366.",
      "more: 1 не подходит. Нужно: ничего, такого поля нет.",
    ]);
  });

  it("so are faults of health definitions", () => {
    const { churn } = DEFAULT_HEALTH;
    const drop = { ...churn.drop, medium: 0.5, high: 0.4 };
    const wrong = { ...DEFAULT_HEALTH, churn: { ...churn, drop } };
    expect(inRussian(parse(HealthDefinitions, wrong))).toEqual([
      "Признаки ухода › Падение использования › Высокий: 0.4 не подходит. Нужно: не меньше, чем для среднего: 0.5.",
    ]);
  });

  it("what is missing is said to be, and words about what was there are left out", () => {
    const missing = { path: "churnNote", found: "nothing", allowed: RULES.churnNote };
    expect(sayProblem(missing, ENGLISH)).toBe(
      "Churn note is missing. Needed: what was learned, whatever the outcome.",
    );
    const about = {
      path: "stages",
      found: 'no "x", where 3 accounts stand',
      allowed: RULES.standing,
    };
    expect(sayProblem(about, ENGLISH)).not.toContain("where 3");
  });

  it("a rule of a newer server is told in its words", () => {
    const problem = { path: "url", found: '"x"', allowed: "a moon", rule: "moon", params: {} };
    expect(sayProblem(problem, RUSSIAN)).toBe('Адрес: "x" не подходит. Нужно: a moon.');
    const choice = { path: "level", found: "1", allowed: '"high" or "low"' };
    expect(sayProblem(choice, RUSSIAN)).toBe(
      'Уровень: 1 не подходит. Нужно: одно из: "high", "low".',
    );
    expect(sayPath("some.thing[2]", ENGLISH)).toBe("some › thing 3");
  });

  it("C22: what a device says of a strange key is told in the person's language, with the key", () => {
    const words = sayRule("syncStrangeKey", { key: "key-1" });
    expect(sayWordsIn(words, RUSSIAN)).toContain("подписано ключом «key-1»");
    expect(sayWordsIn(words, ENGLISH)).toContain("signed with the key “key-1”");
    expect(sayWordsIn("Something of a newer server.", RUSSIAN)).toBeNull();
  });
});
