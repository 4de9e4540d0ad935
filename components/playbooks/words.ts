import type { Translator } from "../../lib/i18n/translator.ts";
import type { PlaybookAction } from "../../lib/model/playbook.ts";
import type { ActionResult, PlaybookWhy } from "../../lib/model/playbook-report.ts";
import { fillTemplate } from "../../lib/model/template.ts";
import { nameOfValue, sayFact } from "../author/account-sentence.ts";
import type { Choices } from "../author/condition-names.ts";
import { quote } from "../author/condition-words.ts";
import { sayProblem } from "../ui/say-problem.ts";

type I18n = Pick<Translator, "t" | "language" | "number">;

/** What an action does, in a few words. */
export function sayAction(action: PlaybookAction, i18n: I18n): string {
  const { t } = i18n;
  switch (action.type) {
    case "task": {
      const { dueDays } = action;
      const title = withNames(action.title, i18n);
      return dueDays === undefined
        ? t("playbooks.do.task", { title })
        : t("playbooks.do.taskDue", { title, count: dueDays });
    }
    case "alert": {
      const { level } = action;
      const title = withNames(action.title, i18n);
      return t("playbooks.do.alert", { title, level: t(`playbooks.level.${level}`) });
    }
    case "assign":
      return t("playbooks.do.assign", { owner: action.owner });
    case "attribute": {
      const name = quote(action.name, i18n);
      const { value } = action;
      return value === null
        ? t("playbooks.do.attributeOff", { name })
        : t("playbooks.do.attribute", { name, value: sayScalar(value, i18n) });
    }
    case "webhook":
      return t("playbooks.do.webhook", { forward: action.forward });
  }
}

/** A title with the names of what will stand in it. */
function withNames(title: string, i18n: I18n): string {
  return fillTemplate(title, ({ name }) => `‹${sayFact(name, i18n)}›`);
}

/** What became of an action. */
export function sayResult({ type, done, error, problem }: ActionResult, i18n: I18n): string {
  const { t } = i18n;
  const what = () => {
    switch (type as PlaybookAction["type"]) {
      case "task":
        return t("playbooks.result.task");
      case "alert":
        return t("playbooks.result.alert");
      case "assign":
        return t("playbooks.result.assign", { value: done ?? "" });
      case "attribute":
        return done === null
          ? t("playbooks.result.attributeOff")
          : t("playbooks.result.attribute", { value: sayDone(done, i18n) });
      case "webhook":
        return t("playbooks.result.webhook");
    }
  };
  if (error === null) return what();
  const kind = t(`playbooks.form.kind.${type as PlaybookAction["type"]}`);
  const why = problem ? sayProblem(problem, i18n) : error;
  return t("playbooks.result.failed", { what: kind, error: why });
}

/** What was found when it fired: that which speaks for it, with its values. */
export function sayWhy(why: PlaybookWhy, choices: Choices, i18n: I18n): string {
  const { t } = i18n;
  const nameOf = (kind: "features" | "signals", id: unknown) =>
    quote(choices[kind].find((one) => one.id === id)?.name ?? String(id), i18n);
  const said = why.flatMap(({ type, values }) => {
    const { name, found, feature, signal } = values;
    if (type === "attribute" && typeof name === "string") {
      if (name === "customer" || found === null || found === undefined) return [];
      const value = nameOfValue(name, found, i18n) ?? sayScalar(found, i18n);
      return [`${sayFact(name, i18n)}: ${value}`];
    }
    if (type === "count") {
      return [`${nameOf("features", feature)}: ${i18n.number(Number(found))}`];
    }
    return type === "signal" && found === true
      ? [`${nameOf("signals", signal)}: ${t("say.yes")}`]
      : [];
  });
  return said.join(" · ");
}

/** A value that was set, which results tell as text. */
function sayDone(done: string, i18n: I18n): string {
  return done === "true" || done === "false" ? sayScalar(done === "true", i18n) : done;
}

function sayScalar(value: string | number | boolean, { t, number }: I18n): string {
  if (typeof value === "boolean") return t(value ? "say.yes" : "say.no");
  return typeof value === "number" ? number(Math.round(value * 100) / 100) : value;
}
