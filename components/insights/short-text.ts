import type { Translator } from "../../lib/i18n/translator.ts";
import type { SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";

/** A value in a word or a number, where there is no room for more; null for what is only so or not. */
export function shortText(
  kind: SignalKind,
  value: SignalScalar,
  { t, number, percent }: Translator,
): string | null {
  if (value === null || typeof value === "boolean") return null;
  switch (kind) {
    case "adoption":
      return t(`insights.adoption.${value as "unused" | "tried" | "adopted" | "habitual"}`);
    case "drop":
      return t(`insights.drop.${value as "none" | "medium" | "high"}`);
    case "outcome":
      return t(`insights.outcome.${value as "moved" | "not-moved"}`);
    case "onboarding":
      return value === "done" ? t("insights.onboarding.done") : String(value);
    case "usage":
    case "retention":
      return percent(Number(value));
    case "active-days":
    case "milestone":
    case "frustration":
      return typeof value === "number" ? number(value) : value;
  }
}
