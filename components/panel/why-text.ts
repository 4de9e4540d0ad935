import type { Translator } from "../../lib/i18n/translator.ts";
import type { GuideExplanation } from "../../lib/message/protocol.ts";
import { Busy } from "../../lib/model/busy.ts";
import { localize } from "../../lib/model/locale.ts";
import type { ConditionTrace, TraceLine } from "../../lib/model/trace.ts";
import { blamed, isNegated } from "./blame.ts";

export type Words = Pick<Translator, "t" | "dateTime" | "wanted">;

/** Why a guide is on screen, or the first thing that stopped it with its value, as one sentence. */
export function whyText(
  { verdict, run, stoppedBy }: GuideExplanation,
  words: Words,
  nameOf: (guide: string) => string,
): string {
  const { t } = words;
  if (verdict === "next") return t("why.next");
  if (verdict === "waits") return t("why.waits");
  if (verdict === "running") {
    return run?.here === false
      ? t("why.runs.elsewhere")
      : t(run?.startedBy === "manual" ? "why.runs.manual" : "why.runs.auto");
  }
  return stoppedBy ? stopText(stoppedBy, words, nameOf) : "";
}

function stopText(line: TraceLine, words: Words, nameOf: (guide: string) => string): string {
  const { t, dateTime } = words;
  const { check, values, until } = line;
  const when = until === null ? "" : dateTime(until);
  const guide = nameOf(text(values.guide));
  const [shown, limit] = [Number(values.shown), Number(values.limit)];
  switch (check) {
    case "start":
      return t("why.start");
    case "paused":
      return t("why.paused", { when: dateTime(Number(values.since)) });
    case "schedule":
      return until === null
        ? t("why.over", { when: dateTime(Number(values.until)) })
        : t("why.early", { when });
    case "audience":
    case "trigger":
      return t(`why.${check}`, { condition: blamedText(line, words, nameOf) });
    case "frequency":
      return frequencyText(values, words);
    case "target":
      return t("why.target", { count: Number(values.missed) });
    case "experiment":
      return t("why.experiment", { experiment: text(values.experiment) });
    case "newcomer":
    case "running":
    case "priority":
      return t(`why.${check}`, { guide });
    case "busy":
      return t(`why.busy.${Busy.parse(values.doing)}`);
    case "spacing":
      return t("why.spacing", { when });
    case "cool-down":
      return t("why.coolDown", { count: Number(values.dismissals), when });
    case "session":
      return t("why.session", { shown, limit });
    case "day":
    case "week":
      return until === null ? t("why.cap") : t(`why.${check}`, { shown, limit, when });
  }
}

function frequencyText({ frequency, status, visit }: TraceLine["values"], { t }: Words): string {
  if (status === "target_missing") return t("why.missing");
  const mayComeAgain = frequency === "always" || (frequency !== "once" && status !== "completed");
  if (visit === true && mayComeAgain) return t("why.visit");
  if (frequency === "until-completed") return t("why.completed");
  switch (status) {
    case "completed":
    case "dismissed":
    case "snoozed":
    case "running":
      return t(`why.once.${status}`);
    default:
      return t("why.once.shown");
  }
}

function blamedText(line: TraceLine, words: Words, nameOf: (guide: string) => string): string {
  const condition = blamed(line);
  if (!condition) return "";
  const said = conditionText(condition, words, nameOf);
  if (condition.holds === "broken") return words.t("why.if.broken", { condition: said });
  return isNegated(condition) ? words.t("why.if.not", { condition: said }) : said;
}

const SIGNS: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "≠",
  gt: ">",
  gte: "≥",
  lt: "<",
  lte: "≤",
  in: "∈",
};

function conditionText(
  { type, holds, values }: ConditionTrace,
  { t, dateTime }: Words,
  nameOf: (guide: string) => string,
): string {
  const found = values.found === null ? t("why.nothing") : text(values.found);
  const [min, times] = [Number(values.min ?? 1), Number(values.times ?? 1)];
  const selector = text(values.selector);
  switch (type) {
    case "used": {
      const feature = text(values.feature);
      return values.within === null
        ? t("why.if.used", { feature, times })
        : t("why.if.usedWithin", { feature, times, within: text(values.within) });
    }
    case "sequence":
      return t("why.if.sequence", { steps: Number(values.steps) });
    case "count": {
      const op = SIGNS[text(values.op)] ?? "";
      const [feature, within] = [text(values.feature), text(values.within)];
      return t("why.if.count", { feature, op, value: text(values.value), within, found });
    }
    case "absent": {
      const [feature, after] = [text(values.feature), text(values.after)];
      const said = t("why.if.unused", { feature, after, time: text(values.for) });
      if (values.had === true) return t("why.if.unused.had", { condition: said });
      if (holds !== false || values.from === null) return said;
      return t("why.if.unused.from", { condition: said, when: dateTime(Number(values.from)) });
    }
    case "signal": {
      const condition = t("why.if.signal", { signal: text(values.signal) });
      return values.is === false ? t("why.if.not", { condition }) : condition;
    }
    case "segment":
      return t("why.if.segment", { segment: text(values.segment) });
    case "attribute": {
      const op = SIGNS[text(values.op)] ?? t("why.exists");
      const said = { name: text(values.name), op, value: text(values.value), found };
      return t(values.of === "account" ? "why.if.account" : "why.if.user", said);
    }
    case "page": {
      const wanted = `${text(values.host)}${text(values.path)}` || "…";
      return t("why.if.page", { wanted, found });
    }
    case "element":
      if (values.state === "absent") return t("why.if.absent", { selector });
      return t(values.state === "more" ? "why.if.more" : "why.if.present", { selector, min });
    case "guide":
      return t("why.if.guide", { guide: nameOf(text(values.guide)) });
    default:
      return type;
  }
}

function text(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Names of guides in the reader's language, by id. */
export function namesOf(
  guides: readonly GuideExplanation[],
  { wanted }: Words,
): (guide: string) => string {
  const names = new Map(guides.map(({ guide, name }) => [guide, localize(name, wanted)]));
  return (guide) => names.get(guide) ?? guide;
}
