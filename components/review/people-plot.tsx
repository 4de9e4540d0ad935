import { useSignal } from "@preact/signals";
import type { AccountReview } from "../../lib/model/account-review.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { ColumnChart } from "../chart/column-chart.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** Active people by week. */
export function PeoplePlot({ review: { weeks } }: { review: AccountReview }) {
  const { t, number, day } = useI18n();
  const pointed = useSignal<number | null>(null);
  const title = t("review.people");
  const at = pointed.value === null ? undefined : weeks[pointed.value];
  return (
    <Card title={title}>
      <ChartFigure
        title={title}
        legend={
          at ? `${t("review.week")} ${day(at.from)}: ${number(at.people)}` : t("review.active")
        }
        table={{
          columns: [
            { label: t("review.week") },
            { label: t("review.active"), align: "end" },
            { label: t("review.activeDays"), align: "end" },
          ],
          rows: weeks.map(({ from, people, days }) => ({
            key: from,
            cells: [day(from), number(people), number(days)],
          })),
        }}
      >
        <ColumnChart
          title={title}
          description={weeks
            .map(({ from, people }) => `${day(from)}: ${number(people)}`)
            .join("; ")}
          data={weeks.map(({ from, people }) => ({ key: from, label: day(from), value: people }))}
          pointed={pointed.value}
          onPoint={(index) => (pointed.value = index)}
        />
      </ChartFigure>
      <p class="muted small">{t("review.peopleHow")}</p>
    </Card>
  );
}
