import { MESSAGES, type PlainKey } from "../../lib/i18n/messages.ts";
import type { Translator } from "../../lib/i18n/translator.ts";
import type { Problem } from "../../lib/model/problem.ts";
import { RULES, type RuleName, ruleOf } from "../../lib/model/rule.ts";

type Words = Pick<Translator, "t" | "language">;

/** What a rule says, in the person's language; null: it is of a server that knows more rules. */
export function sayRuleIn(
  { rule, params = {} }: Pick<Problem, "rule" | "params">,
  { t }: Words,
): string | null {
  if (rule === undefined || !Object.hasOwn(RULES, rule)) return null;
  const choices = params.choices?.replaceAll(" or ", ", ");
  const say = t as (key: `rule.${RuleName}`, params: Readonly<Record<string, string>>) => string;
  return say(`rule.${rule as RuleName}`, { ...params, ...(choices !== undefined && { choices }) });
}

/** Words of a rule, as of a device or server, in the person's language; null: they are of no rule. */
export function sayWordsIn(words: string, i18n: Words): string | null {
  const rule = ruleOf(words);
  return rule && sayRuleIn(rule, i18n);
}

/** What is wrong with what was written and how to mend it. What is of no rule is told in the server's words. */
export function sayProblem(problem: Problem, words: Words): string {
  const { t } = words;
  const { path, found } = problem;
  const needed = sayNeeded(problem, words);
  if (path === "") return t("problem.whole", { needed });
  const field = sayPath(path, words);
  if (found === "nothing") return t("problem.missing", { field, needed });
  return isValue(found)
    ? t("problem.found", { field, found, needed })
    : t("problem.wrong", { field, needed });
}

/** What is needed in place of what was there. */
export function sayNeeded(problem: Problem, words: Words): string {
  const { rule, allowed } = problem;
  return sayRuleIn(rule ? problem : (ruleOf(allowed) ?? {}), words) ?? allowed;
}

/** A path such as `actions[0].dueDays` by the names of its fields: "Action 1 › Due in days". */
export function sayPath(path: string, words: Words): string {
  const { t, language } = words;
  const nameOf = (field: string) => {
    const key = `field.${field}`;
    return key in MESSAGES[language] ? t(key as PlainKey) : field;
  };
  return path
    .split(".")
    .map((part) => {
      const [, field = part, index] = /^([^[]+)\[(\d+)\]$/.exec(part) ?? [];
      if (index === undefined) return nameOf(field);
      return `${nameOf(field)} ${Number(index) + 1}`;
    })
    .join(" › ");
}

/** What was there, rather than words about it. */
function isValue(found: string): boolean {
  return /^(?:".*["…]|\[.*|\{.*|-?[\d.]+|true|false|null)$/s.test(found);
}
