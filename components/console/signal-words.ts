import type { MessageKey } from "../../lib/i18n/messages.ts";
import type { Translator } from "../../lib/i18n/translator.ts";
import type { SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";

const WORDS = new Set([
  "unused",
  "tried",
  "adopted",
  "habitual",
  "none",
  "medium",
  "high",
  "done",
  "moved",
  "not-moved",
]);

/** A value as people say it. Stages of an onboarding have names of their own, which stand as their ids do. */
export function signalWord(
  { t, number, percent }: Translator,
  kind: SignalKind | null,
  value: SignalScalar,
): string {
  if (typeof value === "number") return kind === "active-days" ? number(value) : percent(value);
  const isWord =
    typeof value !== "string" || (WORDS.has(value) && (kind !== "onboarding" || value === "done"));
  return isWord
    ? t(`signals.value.${value}` as MessageKey & `signals.value.${"true" | "done"}`)
    : value;
}
