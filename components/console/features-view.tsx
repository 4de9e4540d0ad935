import type { FeatureAdoption } from "../../lib/model/query.ts";
import { ShareBar } from "../chart/share-bar.tsx";
import { Sparkline } from "../chart/sparkline.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { PeriodPicker } from "./period-picker.tsx";
import { Report, type ReportContext } from "./report-card.tsx";
import type { FeaturesReport } from "./reports.ts";

export function FeaturesView(props: { model: FeaturesReport; context: ReportContext }) {
  const { t } = useI18n();
  const { model } = props;
  return (
    <Card
      title={t("features.title")}
      lead={t("features.lead")}
      aside={<PeriodPicker value={model.period.value} onChange={model.choosePeriod} />}
    >
      <Report resource={model.report} context={props.context}>
        {(report) => <Adoption report={report} />}
      </Report>
    </Card>
  );
}

function Adoption({ report }: { report: FeatureAdoption }) {
  const { t, number, percent, date } = useI18n();
  const { features, activeUsers } = report;
  if (features.length === 0) {
    return <EmptyState title={t("features.empty")} hint={t("features.emptyHint")} />;
  }
  if (activeUsers === 0) {
    return <EmptyState title={t("features.quiet")} hint={t("features.quietHint")} />;
  }
  const used = features.filter(({ users }) => users > 0).length;
  const best = [...features].sort((a, b) => b.users - a.users);
  return (
    <div class="stack">
      <Stats>
        <Stat value={number(activeUsers)} label={t("features.active", { count: activeUsers })} />
        <Stat value={`${number(used)} / ${number(features.length)}`} label={t("features.used")} />
      </Stats>
      {used === 0 && (
        <Notice tone="neutral">
          <p>{t("features.eventsPrivate")}</p>
        </Notice>
      )}
      <Table
        caption={t("features.title")}
        columns={[
          { label: t("features.feature") },
          { label: t("features.share"), wrap: true },
          { label: t("features.users"), align: "end" },
          { label: t("features.events"), align: "end" },
          { label: t("features.trend") },
          { label: t("features.lastSeen"), align: "end" },
        ]}
        rows={best.map((feature) => {
          const share = feature.users / activeUsers;
          return {
            key: feature.feature,
            cells: [
              <div class="named">
                {feature.name}
                {feature.group && <span class="muted small">{feature.group}</span>}
                {feature.publishedAt !== null && (
                  <span class="muted small">
                    {t("features.countedSince", { when: date(feature.publishedAt) })}
                  </span>
                )}
              </div>,
              <div class="share">
                <span>{percent(share)}</span>
                <ShareBar share={share} />
              </div>,
              number(feature.users),
              number(feature.events),
              <Sparkline
                title={`${t("features.trend")}: ${feature.perDay.map(({ users }) => number(users)).join(", ")}`}
                values={feature.perDay.map(({ users }) => users)}
              />,
              feature.lastSeen === null ? (
                <span class="muted">{t("common.never")}</span>
              ) : (
                <span class="nowrap">
                  <Time at={feature.lastSeen} withTime={false} />
                </span>
              ),
            ],
          };
        })}
      />
    </div>
  );
}
