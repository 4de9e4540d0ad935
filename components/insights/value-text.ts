import type { Translator } from "../../lib/i18n/translator.ts";
import type { SignalDefinition } from "../../lib/model/signal.ts";
import type { SignalDetail, SignalScalar } from "../../lib/model/signal-value.ts";
import { DROP } from "../../lib/signal/kinds/drop.ts";
import type { Tone } from "../ui/badge.tsx";

/** What a signal says of somebody. */
export interface Said {
  definition: SignalDefinition;
  value: SignalScalar;
  detail: SignalDetail;
}

export interface ValueText {
  text: string;
  /** Of null always neutral: it is no bad news. */
  tone: Tone;
  /** Of null: why there is no value. */
  why?: string;
}

/** A value in words. */
export function valueText(said: Said, translator: Translator): ValueText {
  const { t } = translator;
  if (said.value === null) {
    const { why, applies } = whyNull(said, translator);
    const text = t(applies ? "insights.unknown" : "insights.notForYou");
    return { text, why, tone: "neutral" };
  }
  return known(said, said.value, translator);
}

function known(
  { definition, detail }: Said,
  value: NonNullable<SignalScalar>,
  { t, percent }: Translator,
): ValueText {
  switch (definition.kind) {
    case "milestone":
      return value
        ? { text: t("insights.milestone.reached"), tone: "success" }
        : { text: t("insights.milestone.open"), tone: "neutral" };
    case "adoption": {
      const stage = value as "unused" | "tried" | "adopted" | "habitual";
      const isAdopted = stage === "adopted" || stage === "habitual";
      return { text: t(`insights.adoption.${stage}`), tone: isAdopted ? "success" : "neutral" };
    }
    case "usage": {
      const { used, entitled } = detail;
      const counts = { used: Number(used), entitled: Number(entitled) };
      return { text: t("insights.usage.value", counts), tone: "neutral" };
    }
    case "active-days":
      return {
        text: t("insights.active.value", { count: Number(value), of: 28 }),
        tone: "neutral",
      };
    case "retention": {
      const share = { percent: percent(Number(value)) };
      return { text: t(`insights.retention.${definition.period}`, share), tone: "neutral" };
    }
    case "onboarding": {
      if (value === "done") return { text: t("insights.onboarding.done"), tone: "success" };
      const stage = definition.stages.find(({ id }) => id === value)?.name ?? String(value);
      const place = { at: Number(detail.at) + 1, of: Number(detail.of), stage };
      return { text: t("insights.onboarding.at", place), tone: "neutral" };
    }
    case "drop":
      if (value === "none") return { text: t("insights.drop.none"), tone: "success" };
      return {
        text: t("insights.drop.less", { percent: percent(Number(detail.change)) }),
        tone: value === "high" ? "danger" : "warning",
      };
    case "frustration":
      return value
        ? { text: t("insights.frustration.yes"), tone: "warning" }
        : { text: t("insights.frustration.no"), tone: "neutral" };
    case "outcome": {
      const end = value as "moved" | "not-moved";
      return { text: t(`insights.outcome.${end}`), tone: end === "moved" ? "success" : "neutral" };
    }
  }
}

function whyNull(
  { definition, detail }: Said,
  { t }: Translator,
): { why: string; applies: boolean } {
  const later = (why: string) => ({ why, applies: true });
  const never = (why: string) => ({ why, applies: false });
  switch (definition.kind) {
    case "adoption":
      return never(t("insights.adoption.notEntitled"));
    case "usage":
      return never(t("insights.usage.none"));
    case "retention": {
      const period = t(`insights.retention.${definition.period}Word`);
      return later(t("insights.retention.none", { period }));
    }
    case "onboarding":
      return later(t("insights.onboarding.none"));
    case "drop": {
      const count = definition.baseline ?? DROP.baseline;
      return later(t("insights.drop.unknown", { count }));
    }
    case "outcome": {
      const { shownAt = null, movedAt = null } = detail;
      if (shownAt === null) return later(t("insights.outcome.notShown"));
      if (movedAt === null) return later(t("insights.outcome.open"));
      return never(t("insights.outcome.before"));
    }
    case "active-days":
    case "milestone":
    case "frustration":
      return later(t("insights.active.none"));
  }
}
