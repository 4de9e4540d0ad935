import {
  EFFECT_MINIMUM,
  type EffectOutcome,
  type EffectReport,
  TREATMENTS,
} from "../../lib/model/effect.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { IntervalPlot } from "../chart/interval-plot.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { spreadAxis } from "./effect-axis.ts";
import { LAGS, type RevenueModel } from "./model.ts";
import { useRevenueWords } from "./words.ts";

/** Whether what is done for accounts goes together with their staying. */
export function EffectView({ answer, model }: { answer: EffectReport; model: RevenueModel }) {
  const { t, number, day } = useI18n();
  const { amount } = useRevenueWords();
  const { outcomes, incremental, window, treated, customers } = answer;
  const mrr = outcomes.find(({ what }) => what === "mrr");
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
            <Outcome key={outcome.what} outcome={outcome} />
          ))}
          {incremental && mrr && (
            <p>
              {t("effect.incremental", {
                treated: number(mrr.treated),
                value: amount(incremental.value, incremental.currency),
                low: amount(incremental.low, incremental.currency),
                high: amount(incremental.high, incremental.currency),
              })}
            </p>
          )}
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

function Outcome({ outcome }: { outcome: EffectOutcome }) {
  const { t, number, rate } = useI18n();
  const { amount } = useRevenueWords();
  const { what, currency, difference, means, verdict } = outcome;
  const write = (value: number) => {
    if (what === "kept") return rate(value);
    return what === "mrr" ? amount(value, currency ?? "") : number(Math.round(value * 10) / 10);
  };
  const signed = (value: number) => `${value > 0 ? "+" : ""}${write(value)}`;
  const name = t(`effect.what.${what}`);
  const title = t("effect.chart", { what: name });
  const range =
    difference && t("effect.range", { low: signed(difference.low), high: signed(difference.high) });
  const said = t(`effect.verdict.${verdict}`);
  return (
    <ChartFigure
      title={title}
      legend={`${name}: ${said}`}
      table={{
        columns: [
          { label: name },
          { label: t("effect.accounts"), align: "end" },
          { label: t("lift.rate"), align: "end" },
        ],
        rows: [
          {
            key: "treated",
            cells: [
              t("effect.treated"),
              number(outcome.treated),
              means ? write(means.treated) : "",
            ],
          },
          {
            key: "controls",
            cells: [
              t("effect.controls"),
              number(outcome.controls),
              means ? write(means.controls) : "",
            ],
          },
          {
            key: "difference",
            cells: [
              t("effect.difference"),
              "",
              difference ? `${signed(difference.value)} (${range})` : said,
            ],
          },
        ],
      }}
    >
      {difference && verdict !== "few" ? (
        <IntervalPlot
          title={title}
          description={`${signed(difference.value)}, ${range}; ${said}`}
          axis={{ ...spreadAxis(difference), write: signed }}
          intervals={[
            {
              key: what,
              label: `${t("effect.treated")} ${means ? write(means.treated) : ""} (${number(outcome.treated)}), ${t("effect.controls")} ${means ? write(means.controls) : ""} (${number(outcome.controls)})`,
              ...difference,
              figure: signed(difference.value),
            },
          ]}
        />
      ) : (
        <p class="muted">
          {said}: {t("effect.treated")} {number(outcome.treated)}, {t("effect.controls")}{" "}
          {number(outcome.controls)}
        </p>
      )}
    </ChartFigure>
  );
}
