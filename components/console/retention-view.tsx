import type { RetentionCohorts } from "../../lib/model/activity.ts";
import { ADOPTION_MINIMUM } from "../../lib/model/adoption-matrix.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { HeatMap } from "../chart/heat-map.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { Resource } from "../ui/resource.ts";
import type { QueryError } from "./client.ts";
import { Report, type ReportContext } from "./report-card.tsx";
import { readTriangle } from "./retention-triangle.ts";
import { SourceNote } from "./source-note.tsx";

export function RetentionView(props: {
  resource: Resource<RetentionCohorts, QueryError>;
  context: ReportContext;
}) {
  const { t } = useI18n();
  return (
    <Card title={t("retention.title")} lead={t("retention.lead")}>
      <Report resource={props.resource} context={props.context}>
        {(retention) =>
          retention.cohorts.length === 0 ? (
            <EmptyState
              title={t("retention.empty")}
              hint={retention.from ? t("people.emptyHint") : t("reports.noUses")}
            />
          ) : (
            <Triangle retention={retention} />
          )
        }
      </Report>
    </Card>
  );
}

function Triangle({ retention }: { retention: RetentionCohorts }) {
  const { t, number, percent, day } = useI18n();
  const { rows, weeks } = readTriangle(retention);
  const title = t("retention.chart");
  const labelled = rows.map((row) => ({
    ...row,
    label: row.week === null ? t("retention.all") : day(row.week),
  }));
  const head = [
    { label: t("retention.cohort"), wrap: true },
    { label: t("retention.people"), align: "center" as const },
  ];
  return (
    <div class="stack">
      <ChartFigure
        title={title}
        table={{
          columns: [
            ...head,
            ...weeks.map((week) => ({
              label: t("retention.week", { number: week }),
              align: "end" as const,
            })),
          ],
          rows: labelled.map(({ week, label, people, cells }) => ({
            key: week ?? "all",
            cells: [
              label,
              number(people),
              ...cells.map((cell) => cell && `${number(cell.returned)} / ${number(cell.of)}`),
            ],
          })),
        }}
      >
        <HeatMap
          title={title}
          columns={[
            ...head,
            ...weeks.map((week) => ({
              label: t("retention.week", { number: week }),
              align: "center" as const,
              wrap: true,
            })),
          ]}
          rows={labelled.map(({ week, label, people, cells }) => ({
            key: week ?? "all",
            label: <span class="nowrap">{label}</span>,
            cells: [
              { share: null, text: number(people) },
              ...cells.map((cell) => {
                if (!cell) return null;
                const isEnough = cell.of >= ADOPTION_MINIMUM;
                const share = cell.returned / cell.of;
                return {
                  share: isEnough ? share : null,
                  text: isEnough ? percent(share) : `${number(cell.returned)} / ${number(cell.of)}`,
                };
              }),
            ],
          }))}
        />
      </ChartFigure>
      <SourceNote from={retention.from} formula={t("retention.formula")} />
      <p class="muted small">{t("reports.tooFew", { count: ADOPTION_MINIMUM })}</p>
    </div>
  );
}
