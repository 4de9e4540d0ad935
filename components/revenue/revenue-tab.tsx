import type { ReportContext } from "../console/report-card.tsx";
import { Report } from "../console/report-card.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { CohortsView } from "./cohorts-view.tsx";
import { EffectView } from "./effect-view.tsx";
import { KeptView } from "./kept-view.tsx";
import { LoadView } from "./load-view.tsx";
import { REVENUE_VIEWS, type RevenueModel } from "./model.ts";
import { MovementView } from "./movement-view.tsx";
import { OnboardingView } from "./onboarding-view.tsx";
import { SlicesView } from "./slices-view.tsx";

/** What became of customers and their revenue. */
export function RevenueTab({ model, context }: { model: RevenueModel; context: ReportContext }) {
  const { t } = useI18n();
  const view = model.view.value;
  const units = (["month", "quarter", "year"] as const).map((value) => ({
    value,
    label: t(`revenue.unit.${value}`),
  }));
  return (
    <div class="stack">
      <Segmented
        label={t("targets.view")}
        labelHidden
        value={view}
        options={REVENUE_VIEWS.map((value) => ({ value, label: t(`revenue.view.${value}`) }))}
        onChange={model.show}
      />
      <Card
        title={t(`revenue.title.${view}`)}
        lead={t(`revenue.lead.${view}`)}
        aside={
          view !== "load" &&
          view !== "effect" && (
            <Segmented
              label={t("revenue.unit")}
              labelHidden
              value={model.unit.value}
              options={units}
              onChange={model.chooseUnit}
            />
          )
        }
      >
        <View model={model} context={context} />
      </Card>
    </div>
  );
}

function View({ model, context }: { model: RevenueModel; context: ReportContext }) {
  switch (model.view.value) {
    case "movement":
      return (
        <Report key="movement" resource={model.report} context={context}>
          {(report) => <MovementView report={report} model={model} />}
        </Report>
      );
    case "kept":
      return (
        <Report key="kept" resource={model.report} context={context}>
          {(report) => <KeptView report={report} model={model} server={context.server} />}
        </Report>
      );
    case "slices":
      return (
        <Report key="slices" resource={model.slices} context={context}>
          {(answer) => <SlicesView answer={answer} model={model} />}
        </Report>
      );
    case "cohorts":
      return (
        <Report key="cohorts" resource={model.cohorts} context={context}>
          {(answer) => <CohortsView answer={answer} model={model} />}
        </Report>
      );
    case "onboarding":
      return (
        <Report key="onboarding" resource={model.onboarding} context={context}>
          {(answer) => <OnboardingView answer={answer} />}
        </Report>
      );
    case "load":
      return (
        <Report key="load" resource={model.load} context={context}>
          {(load) => <LoadView load={load} />}
        </Report>
      );
    case "effect":
      return (
        <Report key="effect" resource={model.effect} context={context}>
          {(answer) => <EffectView answer={answer} model={model} />}
        </Report>
      );
  }
}
