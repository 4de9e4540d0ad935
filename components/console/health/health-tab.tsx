import { ActProblem } from "../../accounts/act-problem.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { ReportContext } from "../report-card.tsx";
import { AccountsByRisk } from "./accounts-by-risk.tsx";
import { DefinitionsView } from "./definitions-view.tsx";
import { HEALTH_VIEWS, type HealthModel } from "./health-model.ts";
import { OverviewView } from "./overview-view.tsx";

/** Health, risk and what is done about it. */
export function HealthTab({ model, context }: { model: HealthModel; context: ReportContext }) {
  const { t } = useI18n();
  const { shown, show } = model.views;
  const views = {
    overview: <OverviewView model={model} context={context} />,
    accounts: <AccountsByRisk model={model} context={context} />,
    definitions: <DefinitionsView model={model.definitions} context={context} />,
  };
  return (
    <div class="stack">
      <Segmented
        label={t("health.view")}
        labelHidden
        value={shown.value}
        options={HEALTH_VIEWS.map((value) => ({ value, label: t(`health.view.${value}`) }))}
        onChange={show}
      />
      <ActProblem acts={model} context={context} />
      {views[shown.value]}
    </div>
  );
}
