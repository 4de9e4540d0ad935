import { useSignal } from "@preact/signals";
import type { SignalTimeline } from "../../lib/model/query.ts";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { ColumnChart } from "../chart/column-chart.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import type { SignalChoice } from "./signals-report.ts";

/** On which day how many people reached a milestone, and how long they took. */
export function Timeline({ signal, timeline }: { signal: SignalChoice; timeline: SignalTimeline }) {
  const { t, number, day, duration } = useI18n();
  const pointed = useSignal<number | null>(null);
  const told = timeline.perDay.at(pointed.value ?? -1);
  const took = timeline.timeToValue;
  const total = timeline.perDay.reduce((sum, { users }) => sum + users, 0);
  const totalText = t("activation.total", { count: total });
  const title = t("activation.chart", { signal: signal.name });
  return (
    <div class="stack">
      <Stats>
        <Stat value={number(total)} label={totalText} />
        <Stat value={number(signal.users)} label={t("activation.ever", { count: signal.users })} />
        {took && (
          <Stat
            value={duration(took.median)}
            label={`${t("signals.median")}; ${t("signals.middle", {
              lower: duration(took.lower),
              upper: duration(took.upper),
            })}`}
          />
        )}
      </Stats>
      {total === 0 ? (
        <EmptyState title={t("activation.none")} />
      ) : (
        <ChartFigure
          title={title}
          legend={
            told && (
              <span class="numeric" aria-hidden="true">
                {day(told.day)}: {number(told.users)}
              </span>
            )
          }
          table={{
            columns: [
              { label: t("activation.day") },
              { label: t("activation.people"), align: "end" },
            ],
            rows: timeline.perDay.map((one) => ({
              key: one.day,
              cells: [day(one.day), number(one.users)],
            })),
          }}
        >
          <ColumnChart
            title={title}
            pointed={pointed.value}
            onPoint={(index) => (pointed.value = index)}
            description={`${number(total)} ${totalText}`}
            data={timeline.perDay.map((one) => ({
              key: one.day,
              label: day(one.day),
              value: one.users,
            }))}
          />
        </ChartFigure>
      )}
      {took && <p class="muted small">{t("signals.toValue", { count: took.people })}</p>}
    </div>
  );
}
