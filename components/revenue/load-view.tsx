import type { CsLoad } from "../../lib/model/cs-load.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { RangeChart } from "../chart/range-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { How } from "../ui/how.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { useRevenueWords } from "./words.ts";

/** What lies on each CSM's shoulders. */
export function LoadView({ load }: { load: CsLoad }) {
  const { t, number } = useI18n();
  const { amount } = useRevenueWords();
  if (load.owners.length === 0) {
    return <EmptyState title={t("revenue.empty")} hint={t("revenue.emptyHint")} />;
  }
  const title = t("load.chart");
  const rows = load.owners.map((one) => ({
    ...one,
    key: `=${one.owner ?? ""}`,
    name: one.owner ?? t("load.nobody"),
    money: one.mrr.map(({ minor, currency }) => amount(minor, currency)).join(", "),
  }));
  return (
    <div class="stack">
      <ChartFigure
        title={title}
        legend={title}
        table={{
          columns: [
            { label: t("load.owner") },
            { label: t("load.accounts"), align: "end" },
            { label: t("revenue.mrr"), align: "end" },
            { label: t("load.touch"), align: "end" },
            { label: t("load.renewals"), align: "end" },
            { label: t("load.tasks"), align: "end" },
            { label: t("load.overdue"), align: "end" },
            { label: t("load.contacts"), align: "end" },
          ],
          rows: rows.map((row) => ({
            key: row.key,
            cells: [
              row.name,
              number(row.accounts),
              row.money,
              `${number(row.touch.high)} / ${number(row.touch.medium)} / ${number(row.touch.low)}`,
              number(row.renewals),
              number(row.openTasks),
              number(row.overdueTasks),
              number(row.contacts),
            ],
          })),
        }}
      >
        <RangeChart
          title={title}
          description={rows.map((row) => `${row.name}: ${number(row.accounts)}`).join("; ")}
          whole={Math.max(...rows.map(({ accounts }) => accounts))}
          rows={rows.map((row) => ({
            key: row.key,
            title: row.name,
            figure: t("load.count", { count: row.accounts }),
            from: 0,
            to: row.accounts,
            tone: row.owner === null ? ("warning" as const) : ("plot" as const),
            notes: [
              row.money,
              t("load.renewalsSoon", { count: row.renewals }),
              t("load.openTasks", { count: row.openTasks, overdue: row.overdueTasks }),
              t("load.contactsLately", { count: row.contacts }),
            ].filter((note) => note !== ""),
          }))}
        />
      </ChartFigure>
      <How>
        <p>{t("load.how")}</p>
      </How>
    </div>
  );
}
