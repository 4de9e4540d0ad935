import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { type Column, Table } from "../ui/table.tsx";

export interface ChartTable {
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
}

/** A plot with its legend, and the same figures as a table for those who cannot or do not want to read a plot. */
export function ChartFigure(props: {
  title: string;
  table: ChartTable;
  legend?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { t } = useI18n();
  const asTable = useSignal(false);
  return (
    <figure class="chart" aria-label={props.title}>
      <div class="chart-tools">
        <div class="legend">{!asTable.value && props.legend}</div>
        <Button
          kind="quiet"
          icon={asTable.value ? "chart" : "table"}
          onClick={() => (asTable.value = !asTable.value)}
        >
          {asTable.value ? t("common.chartPlot") : t("common.chartTable")}
        </Button>
      </div>
      {asTable.value ? <Table caption={props.title} {...props.table} /> : props.children}
    </figure>
  );
}

export function LegendItem(props: { tone: "plot" | "plot-soft" | "warning"; children: string }) {
  return (
    <span class="legend-item">
      <svg width="10" height="10" aria-hidden="true">
        <rect class={`fill-${props.tone}`} width="10" height="10" rx="2" />
      </svg>
      {props.children}
    </span>
  );
}
