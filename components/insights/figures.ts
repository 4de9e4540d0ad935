import type { Translator } from "../../lib/i18n/translator.ts";
import type { Insights, SignalEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import type { SignalDetail } from "../../lib/model/signal-value.ts";

export type Figure = readonly [name: string, value: string];

const HOUR = 3_600_000;

/** What a value was made of, in words: names and figures. */
export function figuresOf(
  { definition, since, detail }: SignalEntry,
  names: Insights["names"],
  translator: Translator,
): Figure[] {
  const { t, number, wanted } = translator;
  const { time, count, share } = readers(detail, translator);
  switch (definition.kind) {
    case "milestone": {
      const toValue = since === null ? null : since - Number(detail.firstSeenAt ?? since);
      const places = Array.isArray(detail.reachedAt) ? detail.reachedAt : [];
      return shown([
        [t("insights.milestone.firstSeen"), time("firstSeenAt")],
        [t("insights.milestone.toValue"), toValue === null ? null : span(toValue, translator)],
        ...places.map(
          (at, place) =>
            [
              t("insights.milestone.place", { number: place + 1 }),
              at === null ? t("insights.onboarding.open") : translator.dateTime(at),
            ] as const,
        ),
      ]);
    }
    case "adoption":
      return shown([
        [t("insights.adoption.feature"), names.features[definition.feature] ?? definition.feature],
        [t("insights.adoption.uses"), count("uses")],
        [t("insights.adoption.days"), count("days")],
        [t("insights.adoption.first"), time("firstAt")],
        [t("insights.adoption.last"), time("lastAt")],
      ]);
    case "usage":
      return shown([
        [t("insights.usage.uses"), count("uses")],
        [t("insights.usage.days"), count("activeDays")],
        [t("insights.usage.perDay"), count("perActiveDay")],
        [t("insights.usage.within"), definition.within ?? "28d"],
      ]);
    case "active-days":
      return shown([
        [t("insights.active.days7"), count("days7")],
        [t("insights.active.stickiness"), share("stickiness")],
      ]);
    case "retention":
      return shown([[t("insights.retention.first"), time("firstAt")]]);
    case "onboarding": {
      const ends = Array.isArray(detail.finishedAt) ? detail.finishedAt : [];
      return shown([
        [t("insights.onboarding.started"), time("startedAt")],
        ...definition.stages.map(({ name }, at): [string, string] => [
          name,
          typeof ends[at] === "number"
            ? translator.dateTime(ends[at])
            : t("insights.onboarding.open"),
        ]),
      ]);
    }
    case "drop":
      return shown([
        [t("insights.drop.baseline"), count("baseline")],
        [t("insights.drop.current"), count("current")],
        [
          t("insights.drop.change"),
          typeof detail.change === "number" ? translator.percent(-detail.change) : null,
        ],
      ]);
    case "frustration":
      return definition.what.map((what) => [
        t(`insights.friction.${what}`),
        number(Number(detail[what] ?? 0)),
      ]);
    case "outcome": {
      const guide = names.guides[definition.guide];
      const arm = detail.arm as "guide" | "holdout" | "none";
      return shown([
        [t("insights.outcome.guide"), guide ? localize(guide, wanted) : definition.guide],
        [t("insights.outcome.goal"), names.signals[definition.goal] ?? definition.goal],
        [t("insights.outcome.shownAt"), time("shownAt")],
        [t("insights.outcome.movedAt"), time("movedAt")],
        [t("insights.outcome.arm"), arm ? t(`insights.outcome.arm.${arm}`) : null],
      ]);
    }
  }
}

/** How long, in the unit in which it is a small number. */
function span(ms: number, { t }: Translator): string {
  const hours = ms / HOUR;
  if (hours < 1) return t("insights.minutes", { count: Math.round(hours * 60) });
  if (hours < 48) return t("insights.hours", { count: Math.round(hours) });
  return t("insights.days", { count: Math.round(hours / 24) });
}

function readers(detail: SignalDetail, { number, percent, dateTime }: Translator) {
  const of = (write: (value: number) => string) => (name: string) => {
    const value = detail[name];
    return typeof value === "number" ? write(value) : null;
  };
  const rounded = (value: number) => number(Math.round(value * 10) / 10);
  return { time: of(dateTime), count: of(rounded), share: of(percent) };
}

function shown(figures: readonly (readonly [string, string | null])[]): Figure[] {
  return figures.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
