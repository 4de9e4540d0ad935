import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { ActiveDaysView } from "./active-days-view.tsx";
import { PeopleView } from "./people-view.tsx";
import type { ReportContext } from "./report-card.tsx";
import { PEOPLE_VIEWS, type Reports } from "./reports.ts";
import { RetentionView } from "./retention-view.tsx";

export function PeopleTab({ reports, context }: { reports: Reports; context: ReportContext }) {
  const { t } = useI18n();
  const { shown, show } = reports.peopleViews;
  const views = {
    list: <PeopleView model={reports.people} context={context} />,
    retention: <RetentionView resource={reports.retention} context={context} />,
    activeDays: <ActiveDaysView resource={reports.activeDays} context={context} />,
  };
  return (
    <div class="stack">
      <Segmented
        label={t("targets.view")}
        labelHidden
        value={shown.value}
        options={PEOPLE_VIEWS.map((value) => ({ value, label: t(`people.view.${value}`) }))}
        onChange={show}
      />
      {views[shown.value]}
    </div>
  );
}
