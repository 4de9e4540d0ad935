import type { AnswerSource } from "../../lib/model/activity.ts";
import { useI18n } from "../ui/i18n.tsx";

/** By what formula an answer came about, and from what. */
export function SourceNote({ from, formula }: { from: AnswerSource; formula: string }) {
  const { t } = useI18n();
  const source = from ? t("reports.fromSignal", { signal: from.name }) : t("reports.fromUses");
  return (
    <p class="muted small">
      {formula} {source}
    </p>
  );
}
