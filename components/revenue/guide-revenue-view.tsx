import { EFFECT_MINIMUM, type GuideRevenue } from "../../lib/model/effect.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Incremental, OutcomeFigure } from "./outcome-figure.tsx";

/** What a guide does for staying and revenue, against accounts that were held out. */
export function GuideRevenueView({ answer }: { answer: GuideRevenue }) {
  const { t } = useI18n();
  const { missing, outcomes, open, lag, mismatch } = answer;
  if (missing !== null) {
    return (
      <EmptyState title={t(`guideRevenue.${missing}`)} hint={t(`guideRevenue.${missing}Hint`)} />
    );
  }
  return (
    <div class="stack">
      {mismatch && <Notice tone="warning" title={t("guideRevenue.mismatch")} />}
      {outcomes.map((outcome) => (
        <OutcomeFigure key={outcome.what} outcome={outcome} />
      ))}
      <Incremental outcomes={outcomes} incremental={answer.incremental} />
      {open > 0 && <p class="muted small">{t("guideRevenue.open", { count: open })}</p>}
      <How>
        <p>{t("guideRevenue.how", { days: lag, least: EFFECT_MINIMUM })}</p>
      </How>
    </div>
  );
}
