import type { EffectOutcome, EffectReport } from "../../lib/model/effect.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { IntervalPlot } from "../chart/interval-plot.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { spreadAxis } from "./effect-axis.ts";
import { useRevenueWords } from "./words.ts";

/** What an outcome is worth in revenue; nothing where that cannot be said. */
export function Incremental(props: Pick<EffectReport, "outcomes" | "incremental">) {
  const { t, number } = useI18n();
  const { amount } = useRevenueWords();
  const mrr = props.outcomes.find(({ what }) => what === "mrr");
  if (!props.incremental || !mrr) return null;
  const { value, low, high, currency } = props.incremental;
  return (
    <p>
      {t("effect.incremental", {
        treated: number(mrr.treated),
        value: amount(value, currency),
        low: amount(low, currency),
        high: amount(high, currency),
      })}
    </p>
  );
}

/** One outcome of those to whom something was done, beside that of the others. */
export function OutcomeFigure({ outcome }: { outcome: EffectOutcome }) {
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
