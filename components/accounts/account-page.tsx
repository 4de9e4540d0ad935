import { AccountChecklists } from "../checklists/account-checklists.tsx";
import type { ChecklistsClient } from "../checklists/client.ts";
import type { Address } from "../console/address.ts";
import { AccountHealthPanel } from "../console/health/account-health.tsx";
import type { HealthClient } from "../console/health/health-client.ts";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { MoneyPlot } from "../review/money-plot.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";
import { ActProblem } from "./act-problem.tsx";
import { AgreedCard } from "./agreed-card.tsx";
import { GlanceCard } from "./glance-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import type { AccountsModel } from "./model.ts";
import { OpenTasksCard } from "./open-tasks-card.tsx";
import { PeopleCard } from "./people-card.tsx";
import { TouchCard } from "./touch-card.tsx";
import { UseView } from "./use-view.tsx";
import { ValuesCard } from "./values-card.tsx";

const PARTS = ["work", "health", "people", "use", "history", "values"] as const;
type Part = (typeof PARTS)[number];

export interface AccountPageProps {
  model: AccountPageModel;
  accounts: AccountsModel;
  health: HealthClient;
  checklists: ChecklistsClient;
  context: ReportContext;
}

/** One customer: everything at a glance, and below it what is worked with. */
export function AccountPage(props: AccountPageProps) {
  return (
    <Report resource={props.model.glance} context={props.context}>
      {(glance) => <Page {...props} glance={glance} />}
    </Report>
  );
}

function partIn({ view }: Address["query"]): Part {
  return PARTS.find((one) => one === view) ?? "work";
}

function Page({
  model,
  accounts,
  health,
  checklists,
  context,
  glance,
}: AccountPageProps & { glance: AccountAtGlance }) {
  const { t } = useI18n();
  const part = partIn(accounts.address.value.query);
  const parts = {
    work: () => (
      <>
        <OpenTasksCard model={model} glance={glance} />
        <AccountChecklists
          client={checklists}
          account={model.id}
          context={context}
          today={new Date().toISOString().slice(0, 10)}
          seen={glance}
          onChanged={model.load}
        />
        <TouchCard model={model} glance={glance} />
        <AgreedCard model={model} glance={glance} />
        <MoneyPlot review={glance} />
      </>
    ),
    health: () => (
      <AccountHealthPanel
        client={health}
        account={model.id}
        context={context}
        onChanged={model.load}
      />
    ),
    people: () => <PeopleCard model={model} glance={glance} />,
    use: () => <UseView model={model} glance={glance} context={context} />,
    history: () => <HistoryCard model={model} glance={glance} context={context} />,
    values: () => <ValuesCard model={model} glance={glance} />,
  };
  return (
    <div class="stack">
      <GlanceCard glance={glance} />
      <Segmented
        label={t("accounts.view")}
        labelHidden
        value={part}
        options={PARTS.map((value) => ({ value, label: t(`account.part.${value}`) }))}
        onChange={(view) => accounts.choose({ view })}
      />
      <ActProblem acts={model} context={context} />
      {parts[part]()}
    </div>
  );
}
