import { EFFECT_MINIMUM, type EffectReport, TREATMENTS } from "../../lib/model/effect.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { LAGS, type RevenueModel } from "./model.ts";
import { Incremental, OutcomeFigure } from "./outcome-figure.tsx";

/** Whether what is done for accounts goes together with their staying. */
export function EffectView({ answer, model }: { answer: EffectReport; model: RevenueModel }) {
  const { t, day } = useI18n();
  const { outcomes, incremental, window, treated, customers } = answer;
  const unmatched = outcomes[0]?.unmatched ?? 0;
  return (
    <div class="stack">
      <div class="choices">
        <Select
          label={t("effect.of")}
          value={answer.of}
          options={TREATMENTS.map((value) => ({ value, label: t(`effect.of.${value}`) }))}
          onChange={model.chooseTreatment}
        />
        <Segmented
          label={t("effect.lag")}
          value={model.lag.value}
          options={LAGS.map((value) => ({
            value,
            label: t("console.days", { count: Number(value) }),
          }))}
          onChange={model.chooseLag}
        />
      </div>
      {treated === 0 ? (
        <EmptyState
          title={t("effect.nobody")}
          hint={t("effect.nobodyHint", { from: day(window.from), to: day(window.to) })}
        />
      ) : (
        <>
          <Notice tone="neutral" title={t("effect.caveat")}>
            <p>{t("effect.caveatBody")}</p>
          </Notice>
          {outcomes.map((outcome) => (
            <OutcomeFigure key={outcome.what} outcome={outcome} />
          ))}
          <Incremental outcomes={outcomes} incremental={incremental} />
          {unmatched > 0 && (
            <p class="muted small">{t("effect.unmatched", { count: unmatched })}</p>
          )}
        </>
      )}
      <How>
        <p>
          {t("effect.how", {
            customers,
            treated,
            from: day(window.from),
            to: day(window.to),
            after: day(answer.after.to),
            least: EFFECT_MINIMUM,
          })}
        </p>
      </How>
    </div>
  );
}
