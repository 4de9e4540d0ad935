import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { AdoptionView } from "./adoption-view.tsx";
import { FeaturesView } from "./features-view.tsx";
import type { ReportContext } from "./report-card.tsx";
import { FEATURE_VIEWS, type Reports } from "./reports.ts";

export function FeaturesTab({ reports, context }: { reports: Reports; context: ReportContext }) {
  const { t } = useI18n();
  const { shown, show } = reports.featureViews;
  return (
    <div class="stack">
      <Segmented
        label={t("targets.view")}
        labelHidden
        value={shown.value}
        options={FEATURE_VIEWS.map((value) => ({ value, label: t(`features.view.${value}`) }))}
        onChange={show}
      />
      {shown.value === "use" ? (
        <FeaturesView model={reports.features} context={context} />
      ) : (
        <AdoptionView model={reports.adoption} context={context} />
      )}
    </div>
  );
}
