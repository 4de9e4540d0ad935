import type { AccountReview } from "../../lib/model/account-review.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { RangeChart } from "../chart/range-chart.tsx";
import { useRevenueWords } from "../revenue/words.ts";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** The newest amounts; more would not stand on a sheet. */
const MOST = 12;

/** What was paid from which day on. */
export function MoneyPlot({ review: { account } }: { review: Pick<AccountReview, "account"> }) {
  const { t, date } = useI18n();
  const { amount } = useRevenueWords();
  const title = t("review.money");
  const rows = account.mrrHistory
    .flatMap(({ since, minor, currency }) =>
      minor === null || currency === null ? [] : [{ since, minor, currency }],
    )
    .slice(-MOST)
    .map(({ since, minor, currency }) => ({
      key: since,
      title: date(Date.parse(since)),
      figure: amount(minor, currency),
      from: 0,
      to: minor,
      tone: "plot" as const,
      currency,
    }));
  const isMixed = new Set(rows.map(({ currency }) => currency)).size > 1;
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <p class="muted">{t("review.moneyNone")}</p>
      ) : (
        <ChartFigure
          title={title}
          legend={t("review.mrr")}
          table={{
            columns: [{ label: t("review.day") }, { label: t("review.amount"), align: "end" }],
            rows: rows.map(({ key, title: from, figure }) => ({ key, cells: [from, figure] })),
          }}
        >
          {isMixed ? (
            <p class="muted">{t("review.currencyMixed")}</p>
          ) : (
            <RangeChart
              title={title}
              description={rows.map((row) => `${row.title}: ${row.figure}`).join("; ")}
              whole={Math.max(...rows.map(({ to }) => to))}
              rows={rows}
            />
          )}
        </ChartFigure>
      )}
    </Card>
  );
}
