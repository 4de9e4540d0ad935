import { EFFECT_MINIMUM, type PlaybookEffect } from "../../lib/model/effect.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { LAGS } from "../revenue/model.ts";
import { Incremental, OutcomeFigure } from "../revenue/outcome-figure.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import type { PlaybookPage } from "./page-model.ts";

/** Whether it helps: against accounts held out, or beside accounts like them. */
export function EffectCard({ page, context }: { page: PlaybookPage; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Card title={t("playbooks.effect")} lead={t("playbooks.effectLead")}>
      <div class="stack">
        <Segmented
          label={t("effect.lag")}
          value={page.lag.value}
          options={LAGS.map((value) => ({
            value,
            label: t("console.days", { count: Number(value) }),
          }))}
          onChange={page.chooseLag}
        />
        <Report resource={page.effect} context={context}>
          {(effect) => <Effect effect={effect} />}
        </Report>
      </div>
    </Card>
  );
}

function Effect({ effect }: { effect: PlaybookEffect }) {
  const { t, number, dayOfYear } = useI18n();
  const { window, treated, open, lag, mismatch, outcomes, incremental } = effect;
  const compared = outcomes.some((one) => one.treated > 0);
  if (treated === 0 || !compared) {
    return (
      <EmptyState
        title={t("playbooks.effect.nobody")}
        hint={t("playbooks.effect.nobodyHint", { days: number(lag) })}
      />
    );
  }
  return (
    <div class="stack">
      {mismatch && <Notice tone="warning" title={t("playbooks.effect.mismatch")} />}
      <p>
        {window
          ? t("playbooks.effect.matched", {
              from: dayOfYear(window.from),
              to: dayOfYear(window.to),
            })
          : t("playbooks.effect.holdout")}
      </p>
      {outcomes.map((outcome) => (
        <OutcomeFigure key={outcome.what} outcome={outcome} />
      ))}
      <Incremental outcomes={outcomes} incremental={incremental} />
      {open > 0 && <p class="muted small">{t("playbooks.effect.open", { count: open })}</p>}
      <How>
        <p>{t("playbooks.effect.how", { days: lag, least: EFFECT_MINIMUM })}</p>
      </How>
    </div>
  );
}
