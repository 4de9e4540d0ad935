import { useSignal } from "@preact/signals";
import type { RevenueAtRisk, RevenueGroup } from "../../../lib/model/revenue-at-risk.ts";
import { AmountChart } from "../../chart/amount-chart.tsx";
import { ChartFigure, LegendItem } from "../../chart/chart-figure.tsx";
import { amountText } from "../../ui/amount-text.ts";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { nameOf } from "./health-words.ts";

const GROUPINGS = ["owner", "segment", "month"] as const;
/** Groups that are drawn; the table has them all. */
const MOST_DRAWN = 12;

export function RevenueCard({ revenue }: { revenue: RevenueAtRisk }) {
  const i18n = useI18n();
  const { t, percent } = i18n;
  const by = useSignal<(typeof GROUPINGS)[number]>("owner");
  const { probability } = revenue;
  return (
    <Card title={t("health.revenue")} lead={t("health.revenueLead")}>
      {revenue.total.length === 0 ? (
        <EmptyState title={t("health.revenueNone")} hint={t("health.revenueNoneHint")} />
      ) : (
        <div class="stack">
          <Segmented
            label={t("health.by")}
            value={by.value}
            options={GROUPINGS.map((value) => ({ value, label: t(`health.by.${value}`) }))}
            onChange={(value) => (by.value = value)}
          />
          {revenue.total.map(({ currency }) => (
            <Groups
              key={currency}
              title={t("health.revenueChart", { by: t(`health.by.${by.value}`), currency })}
              groups={revenue[by.value].filter((one) => one.currency === currency)}
              nameOf={(group) => groupName(i18n, by.value, group, revenue)}
            />
          ))}
          <p class="muted small">
            {t("health.revenueFormula", {
              low: percent(probability.low),
              medium: percent(probability.medium),
              high: percent(probability.high),
            })}{" "}
            {revenue.unpriced > 0 && t("health.unpriced", { count: revenue.unpriced })}
          </p>
        </div>
      )}
    </Card>
  );
}

function groupName(
  i18n: ReturnType<typeof useI18n>,
  by: (typeof GROUPINGS)[number],
  group: string | null,
  revenue: RevenueAtRisk,
): string {
  if (group === null) return i18n.t(`health.none.${by}`);
  if (by === "month") return i18n.month(group);
  const name = by === "segment" ? revenue.segments[group] : undefined;
  return name ? nameOf(i18n, name) : group;
}

function Groups(props: {
  title: string;
  groups: readonly RevenueGroup[];
  nameOf: (group: string | null) => string;
}) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { title, groups } = props;
  const end = (label: string) => ({ label, align: "end" as const, wrap: true });
  const money = (minor: number, { currency }: RevenueGroup) => amountText(i18n, minor, currency);
  return (
    <ChartFigure
      title={title}
      legend={
        <>
          <strong>{title}</strong>
          <LegendItem tone="warning">{t("health.legend.high")}</LegendItem>
          <LegendItem tone="plot-soft">{t("health.legend.rest")}</LegendItem>
        </>
      }
      table={{
        columns: [
          { label: t("health.group") },
          end(t("health.accounts")),
          end(t("health.column.arr")),
          end(t("health.column.high")),
          end(t("health.column.expected")),
          end(t("health.column.unknown")),
        ],
        rows: groups.map((one) => ({
          key: String(one.group),
          cells: [
            props.nameOf(one.group),
            number(one.accounts),
            money(one.arr, one),
            money(one.high, one),
            money(one.expected, one),
            money(one.unknown, one),
          ],
        })),
      }}
    >
      <AmountChart
        title={title}
        description={groups
          .map((one) => `${props.nameOf(one.group)}: ${money(one.high, one)}`)
          .join("; ")}
        rows={groups.slice(0, MOST_DRAWN).map((one) => ({
          key: String(one.group),
          title: props.nameOf(one.group),
          figure: money(one.high, one),
          part: one.high,
          whole: one.arr,
          note: t("health.revenueNote", {
            expected: money(one.expected, one),
            arr: money(one.arr, one),
          }),
        }))}
      />
    </ChartFigure>
  );
}
