import {
  ADOPTION_LEVELS,
  ADOPTION_MINIMUM,
  type AdoptionLevel,
  type AdoptionMatrix,
} from "../../lib/model/adoption-matrix.ts";
import { daysIn } from "../../lib/signal/day.ts";
import { ADOPTION } from "../../lib/signal/kinds/adoption.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { HeatMap } from "../chart/heat-map.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import type { AdoptionReport } from "./adoption-report.ts";
import { Report, type ReportContext } from "./report-card.tsx";

export function AdoptionView(props: { model: AdoptionReport; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Card title={t("adoption.title")} lead={t("adoption.lead")}>
      <Report resource={props.model.matrix} context={props.context}>
        {(matrix) => <Matrix matrix={matrix} model={props.model} />}
      </Report>
    </Card>
  );
}

function Matrix({ matrix, model }: { matrix: AdoptionMatrix; model: AdoptionReport }) {
  const { t } = useI18n();
  if (matrix.features.length === 0) {
    return <EmptyState title={t("adoption.empty")} hint={t("adoption.emptyHint")} />;
  }
  if (matrix.columns[0]?.people === 0) {
    return <EmptyState title={t("adoption.nobody")} hint={t("people.emptyHint")} />;
  }
  const { adopted, habitual } = ADOPTION;
  const nothing = matrix.features.every(({ signal, cells }) => !signal && cells[0]?.tried === 0);
  return (
    <div class="stack">
      <div class="choices">
        <div class="choice">
          <Select
            label={t("adoption.by")}
            value={matrix.by}
            options={matrix.groupings.map((by) => ({ value: by, label: groupingName(t, by) }))}
            onChange={model.group}
          />
        </div>
        <Segmented
          label={t("adoption.level")}
          value={model.level.value}
          options={ADOPTION_LEVELS.map((value) => ({ value, label: t(`adoption.level.${value}`) }))}
          onChange={model.chooseLevel}
        />
      </div>
      {nothing && (
        <Notice tone="neutral">
          <p>{t("reports.noUses")}</p>
        </Notice>
      )}
      <Heat matrix={matrix} level={model.level.value} />
      {matrix.by === "segments" && matrix.undecided.length > 0 && (
        <p class="muted small">
          {t("adoption.undecided", {
            names: matrix.undecided.map(({ name }) => name).join(", "),
            conditions: [...new Set(matrix.undecided.map((one) => one.condition))].join(", "),
          })}
        </p>
      )}
      <p class="muted small">
        {t("adoption.formula", {
          times: adopted.times,
          days: adopted.days,
          within: daysIn(adopted.within),
          habit: habitual.days,
          habitWithin: daysIn(habitual.within),
        })}{" "}
        {t("reports.tooFew", { count: ADOPTION_MINIMUM })}
      </p>
    </div>
  );
}

function Heat({ matrix, level }: { matrix: AdoptionMatrix; level: AdoptionLevel }) {
  const { t, number, percent } = useI18n();
  const { columns, features } = matrix;
  const nameOf = ({ type, name }: AdoptionMatrix["columns"][number]) => {
    if (type === "everybody") return t("adoption.by.everybody");
    return type === "other" || type === "none" ? t(`adoption.${type}`) : name;
  };
  const title = t("adoption.chart");
  const levelName = t(`adoption.level.${level}`);
  return (
    <ChartFigure
      title={title}
      table={{
        columns: [
          { label: t("adoption.feature") },
          ...columns.flatMap((column) => [
            {
              label: t("adoption.entitled", { column: nameOf(column) }),
              align: "end" as const,
              wrap: true,
            },
            {
              label: `${nameOf(column)}: ${levelName}`,
              align: "end" as const,
              wrap: true,
            },
          ]),
        ],
        rows: features.map(({ feature, name, cells }) => ({
          key: feature,
          cells: [
            <span key="name" class="named">
              {name}
            </span>,
            ...cells.flatMap((cell) => [number(cell.entitled), number(cell[level])]),
          ],
        })),
      }}
    >
      <HeatMap
        title={`${title}: ${levelName}`}
        columns={[
          { label: t("adoption.feature") },
          ...columns.map((column) => ({
            label: nameOf(column),
            note: t("adoption.people", { count: column.people }),
            align: "center" as const,
            wrap: true,
          })),
        ]}
        rows={features.map(({ feature, name, group, signal, cells }) => ({
          key: feature,
          label: (
            <span class="named">
              {name}
              <span class="muted small">
                {[group, signal && t("adoption.bySignal")].filter(Boolean).join(" · ")}
              </span>
            </span>
          ),
          cells: cells.map((cell) => {
            const { entitled } = cell;
            if (entitled === 0) return { share: null, text: "—" };
            const isEnough = entitled >= ADOPTION_MINIMUM;
            const share = cell[level] / entitled;
            return {
              share: isEnough ? share : null,
              text: isEnough ? percent(share) : `${number(cell[level])} / ${number(entitled)}`,
              ...(isEnough && { note: t("adoption.of", { count: entitled }) }),
            };
          }),
        }))}
      />
    </ChartFigure>
  );
}

function groupingName(t: ReturnType<typeof useI18n>["t"], by: string): string {
  if (by === "everybody" || by === "segments") return t(`adoption.by.${by}`);
  const [of, ...name] = by.split(".");
  return t(of === "user" ? "adoption.by.user" : "adoption.by.account", { name: name.join(".") });
}
