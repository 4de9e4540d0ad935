import type { AhaMoment } from "../../lib/model/aha.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { IntervalPlot } from "../chart/interval-plot.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { momentName } from "./aha-words.ts";

/** The odds ratios of the moments with their intervals, and every figure in the table behind. */
export function AhaPlot({ moments }: { moments: readonly AhaMoment[] }) {
  const i18n = useI18n();
  const { t, number, percent } = i18n;
  const rounded = (value: number, digits = 1) => number(Number(value.toFixed(digits)));
  const share = (count: number, of: number) =>
    t("aha.share", { share: percent(of === 0 ? 0 : count / of), count, of });
  const odds = ({ oddsRatio, low, high }: AhaMoment) =>
    t("aha.range", { value: rounded(oddsRatio), low: rounded(low), high: rounded(high) });
  const end = (label: string) => ({ label, align: "end" as const, wrap: true });
  return (
    <ChartFigure
      title={t("aha.chart")}
      legend={t("aha.legend")}
      table={{
        columns: [
          { label: t("aha.title") },
          end(t("aha.with")),
          end(t("aha.without")),
          end(t("aha.odds")),
          end(t("aha.lift")),
          end(t("aha.coverage")),
          end(t("aha.phi")),
          end(t("aha.q")),
        ],
        rows: moments.map((one) => ({
          key: one.feature,
          cells: [
            momentName(i18n, one),
            share(one.didStayed, one.didStayed + one.didLeft),
            share(one.elseStayed, one.elseStayed + one.elseLeft),
            odds(one),
            rounded(one.lift, 2),
            percent(one.coverage),
            rounded(one.phi, 2),
            one.q < 0.001 ? t("aha.tiny") : rounded(one.q, 3),
          ],
        })),
      }}
    >
      <IntervalPlot
        title={t("aha.chart")}
        description={moments.map((one) => `${momentName(i18n, one)}: ${odds(one)}`).join("; ")}
        intervals={moments.map((one) => ({
          key: one.feature,
          label: momentName(i18n, one),
          value: one.oddsRatio,
          low: one.low,
          high: one.high,
          figure: rounded(one.oddsRatio),
        }))}
      />
    </ChartFigure>
  );
}
