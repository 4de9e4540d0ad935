import type { ChecklistsClient } from "../checklists/client.ts";
import type { HealthClient } from "../console/health/health-client.ts";
import type { ReportContext } from "../console/report-card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { AccountPage } from "./account-page.tsx";
import { JourneyView } from "./journey-view.tsx";
import { ListView } from "./list-view.tsx";
import { ACCOUNT_VIEWS, type AccountsModel } from "./model.ts";
import { NeedView } from "./need-view.tsx";

/** Customers: who needs a person, all of them, their journey; one of them when it is looked at. */
export function AccountsSection(props: {
  model: AccountsModel;
  health: HealthClient;
  checklists: ChecklistsClient;
  context: ReportContext;
}) {
  const { t } = useI18n();
  const { model, context } = props;
  const page = model.page.value;
  if (page) {
    const { health, checklists } = props;
    const parts = { model: page, accounts: model, health, checklists, context };
    return <AccountPage key={page.id} {...parts} />;
  }
  const views = {
    need: <NeedView model={model} context={context} />,
    list: <ListView model={model} context={context} />,
    journey: <JourneyView model={model} context={context} />,
  };
  return (
    <div class="stack">
      <Segmented
        label={t("accounts.view")}
        labelHidden
        value={model.view.value}
        options={ACCOUNT_VIEWS.map((value) => ({ value, label: t(`accounts.view.${value}`) }))}
        onChange={(view) => model.choose({ view }, true)}
      />
      {views[model.view.value]}
    </div>
  );
}
