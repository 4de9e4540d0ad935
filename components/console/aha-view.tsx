import { AHA_FEWEST, type AhaMoments } from "../../lib/model/aha.ts";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { Toast } from "../ui/toast.tsx";
import { AhaList } from "./aha-list.tsx";
import { AhaPlot } from "./aha-plot.tsx";
import { type AhaAnswer, type AhaReport, STAYINGS, type StayingName } from "./aha-report.ts";
import { Report, type ReportContext } from "./report-card.tsx";

const NAMES = Object.keys(STAYINGS) as StayingName[];

export function AhaView(props: { model: AhaReport; context: ReportContext }) {
  const { t } = useI18n();
  const { model, context } = props;
  const done = model.done.value;
  return (
    <Card title={t("aha.title")} lead={t("aha.lead")}>
      <div class="stack">
        <Segmented
          label={t("aha.staying")}
          value={model.staying.value}
          options={NAMES.map((value) => ({ value, label: t(`aha.staying.${value}`) }))}
          onChange={model.chooseStaying}
        />
        <Report resource={model.answer} context={context}>
          {(answer) => <Answer answer={answer} model={model} context={context} />}
        </Report>
      </div>
      <Toast
        text={done && t(done === "made" ? "aha.nowMade" : "aha.nowUndone")}
        onClose={model.closeNotice}
      />
    </Card>
  );
}

function Answer(props: { answer: AhaAnswer; model: AhaReport; context: ReportContext }) {
  const { t } = useI18n();
  const { report } = props.answer;
  const { moments } = report;
  if (report.sync === "off" && report.people + report.young === 0) {
    return <EmptyState title={t("aha.unsynced")} hint={t("aha.unsyncedHint")} />;
  }
  return (
    <div class="stack">
      <Figures report={report} />
      {report.sync === "off" && <Notice tone="warning">{t("aha.stopped")}</Notice>}
      {report.skewed && !report.tooFew && <Notice tone="warning">{t("aha.skewed")}</Notice>}
      {moments.length === 0 ? (
        <Nothing report={report} />
      ) : (
        <>
          <Notice tone="neutral" title={t("aha.caveat")}>
            <p>{t("aha.caveatBody")}</p>
          </Notice>
          <AhaPlot moments={moments} />
          <AhaList {...props} />
        </>
      )}
      {!report.tooFew && <p class="muted small">{t("aha.method")}</p>}
      {report.young > 0 && <p class="muted small">{t("aha.young", { count: report.young })}</p>}
    </div>
  );
}

function Figures({ report }: { report: AhaMoments }) {
  const { t, number, percent } = useI18n();
  const { people, stayed, cutOffs } = report;
  if (people === 0) return null;
  return (
    <Stats>
      <Stat value={number(people)} label={t("aha.people", { count: people })} />
      <Stat value={percent(stayed / people)} label={t("aha.stayed")} />
      {!report.tooFew && (
        <Stat value={number(cutOffs)} label={t("aha.tried", { count: cutOffs })} />
      )}
    </Stats>
  );
}

function Nothing({ report }: { report: AhaMoments }) {
  const { t } = useI18n();
  const { people, stayed, features, cutOffs } = report;
  if (report.tooFew) {
    const { people: least, each } = AHA_FEWEST;
    const hint = t("aha.tooFewHint", { people, stayed, left: people - stayed, least, each });
    return <EmptyState title={t("aha.tooFew")} hint={hint} />;
  }
  return <EmptyState title={t("aha.none")} hint={t("aha.noneHint", { features, cutOffs })} />;
}
