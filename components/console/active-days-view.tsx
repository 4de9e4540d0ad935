import { useSignal } from "@preact/signals";
import type { ActiveDaysCurve } from "../../lib/model/activity.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { ColumnChart } from "../chart/column-chart.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { Resource } from "../ui/resource.ts";
import { Stat, Stats } from "../ui/stats.tsx";
import type { QueryError } from "./client.ts";
import { Report, type ReportContext } from "./report-card.tsx";
import { SourceNote } from "./source-note.tsx";

/** Days of 28 from which on somebody counts as active on most days of the week. */
const OFTEN = 20;

export function ActiveDaysView(props: {
  resource: Resource<ActiveDaysCurve, QueryError>;
  context: ReportContext;
}) {
  const { t } = useI18n();
  return (
    <Card title={t("activeDays.title")} lead={t("activeDays.lead")}>
      <Report resource={props.resource} context={props.context}>
        {(curve) =>
          curve.monthly === 0 ? (
            <EmptyState
              title={t("activeDays.empty")}
              hint={curve.from ? t("people.emptyHint") : t("reports.noUses")}
            />
          ) : (
            <Curve curve={curve} />
          )
        }
      </Report>
    </Card>
  );
}

function Curve({ curve }: { curve: ActiveDaysCurve }) {
  const { t, number, percent } = useI18n();
  const pointed = useSignal<number | null>(null);
  const { histogram, daily, weekly, monthly } = curve;
  const often = histogram.slice(OFTEN - 1).reduce((sum, people) => sum + people, 0);
  const title = t("activeDays.chart");
  const share = (people: number) => percent(people / monthly);
  const point = (at: number) =>
    t("activeDays.point", { count: at + 1, people: number(histogram[at] ?? 0) });
  return (
    <div class="stack">
      <Stats>
        <Stat value={number(monthly)} label={t("activeDays.monthly", { count: monthly })} />
        <Stat value={share(daily)} label={t("activeDays.daily")} />
        <Stat value={share(weekly)} label={t("activeDays.weekly")} />
        <Stat value={share(often)} label={t("activeDays.often")} />
      </Stats>
      <ChartFigure
        title={title}
        legend={
          pointed.value !== null && (
            <span class="numeric" aria-hidden="true">
              {point(pointed.value)}
            </span>
          )
        }
        table={{
          columns: [
            { label: t("activeDays.days") },
            { label: t("activeDays.people"), align: "end" },
            { label: t("activeDays.share"), align: "end" },
          ],
          rows: histogram.map((people, at) => ({
            key: String(at),
            cells: [number(at + 1), number(people), share(people)],
          })),
        }}
      >
        <ColumnChart
          title={title}
          description={histogram.map((_, at) => point(at)).join("; ")}
          pointed={pointed.value}
          onPoint={(at) => (pointed.value = at)}
          labelWidth={24}
          data={histogram.map((value, at) => ({
            key: String(at),
            label: number(at + 1),
            value,
          }))}
        />
      </ChartFigure>
      <SourceNote from={curve.from} formula={t("activeDays.formula")} />
    </div>
  );
}
