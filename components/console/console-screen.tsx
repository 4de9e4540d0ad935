import { AccountsSection } from "../accounts/accounts-section.tsx";
import { TemplatesView } from "../checklists/templates-view.tsx";
import { MessageProblem } from "../message-problem.tsx";
import { openAlerts } from "../playbooks/alerts-card.tsx";
import { PlaybooksTab } from "../playbooks/playbooks-tab.tsx";
import { RevenueTab } from "../revenue/revenue-tab.tsx";
import { SurveysTab } from "../surveys/surveys-tab.tsx";
import { TasksSection } from "../tasks/tasks-section.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { NO_QUERY, writeAddress } from "./address.ts";
import { AhaView } from "./aha-view.tsx";
import { ConsoleNav } from "./console-nav.tsx";
import { FeaturesTab } from "./features-tab.tsx";
import { GuidesView } from "./guides-view.tsx";
import { HealthTab } from "./health/health-tab.tsx";
import { ImportView } from "./import/import-view.tsx";
import type { ConsoleModel, Stage } from "./model.ts";
import { PeopleTab } from "./people-tab.tsx";
import type { Section } from "./sections.ts";
import { SettingsView } from "./settings-view.tsx";
import { SignIn } from "./sign-in.tsx";
import { SignalsView } from "./signals-view.tsx";

export interface ConsoleScreenProps {
  model: ConsoleModel;
  onOpenOptions: () => void;
  onOpenGuides: () => void;
  onOpenReview: () => void;
}

export function ConsoleScreen(props: ConsoleScreenProps) {
  const { t } = useI18n();
  const { model } = props;
  const view = model.stage.view.value;
  const open = view.state === "ready" && view.value.stage === "open" ? view.value : null;
  return (
    <div class="console">
      <PageHead title={t("console.title")} {...(open && { lead: open.workspace })}>
        {open && (
          <>
            <Button icon="edit" onClick={props.onOpenGuides}>
              {t("authoring.title")}
            </Button>
            <Button icon="person" onClick={props.onOpenReview}>
              {t("review.title")}
            </Button>
            <Button icon="refresh" onClick={() => void model.refresh()}>
              {t("common.refresh")}
            </Button>
            <Button kind="quiet" onClick={() => void model.signOut()}>
              {t("console.forget")}
            </Button>
          </>
        )}
      </PageHead>
      {view.state === "loading" && (
        <main>
          <Skeleton lines={6} />
        </main>
      )}
      {view.state === "failed" && (
        <main>
          <MessageProblem error={view.error} onRetry={() => void model.recheck()} />
        </main>
      )}
      {view.state === "ready" && <StageView {...props} stage={view.value} />}
    </div>
  );
}

function StageView({ model, onOpenOptions, stage }: ConsoleScreenProps & { stage: Stage }) {
  const { t } = useI18n();
  switch (stage.stage) {
    case "not-connected":
      return (
        <main>
          <EmptyState title={t("console.notConnected.title")} hint={t("console.notConnected.body")}>
            <Button kind="primary" onClick={onOpenOptions}>
              {t("common.openOptions")}
            </Button>
          </EmptyState>
        </main>
      );
    case "sign-in":
      return (
        <main>
          <SignIn model={model} server={stage.server} />
        </main>
      );
    case "open": {
      const context = { server: stage.server, onSignIn: () => void model.signOut() };
      const { signals, aha, guides } = stage.reports;
      const views = {
        accounts: (
          <AccountsSection
            model={stage.accounts}
            health={stage.health.client}
            checklists={stage.checklists.client}
            context={context}
          />
        ),
        tasks: <TasksSection model={stage.tasks} context={context} />,
        features: <FeaturesTab reports={stage.reports} context={context} />,
        people: <PeopleTab reports={stage.reports} context={context} />,
        signals: <SignalsView model={signals} context={context} />,
        aha: <AhaView model={aha} context={context} />,
        guides: <GuidesView model={guides} context={context} />,
        health: <HealthTab model={stage.health} context={context} />,
        playbooks: (
          <PlaybooksTab
            model={stage.playbooks}
            context={context}
            hrefOf={(id) => hrefOf("playbooks", id)}
            go={(id) => {
              location.hash = hrefOf("playbooks", id);
            }}
          />
        ),
        checklists: <TemplatesView model={stage.checklists} context={context} />,
        revenue: <RevenueTab model={stage.revenue} context={context} />,
        surveys: <SurveysTab model={stage.surveys} context={context} />,
        import: <ImportView model={stage.imports} context={context} />,
        settings: (
          <SettingsView
            model={stage.settings}
            destinations={stage.destinations}
            tokens={stage.tokens}
            signingKeys={stage.signingKeys}
            retention={stage.retention}
            audit={stage.audit}
            context={context}
          />
        ),
      };
      const { section } = model.address.value;
      return (
        <div class="console-body">
          <ConsoleNav
            current={section}
            waiting={{ playbooks: openAlerts(stage.playbooks.alerts.value.value ?? []) }}
          />
          <main>{views[section]}</main>
        </div>
      );
    }
  }
}

function hrefOf(section: Section, id: string | null): string {
  return writeAddress({ section, id, query: NO_QUERY });
}
