import type { ComponentChildren } from "preact";
import type { MessageKey } from "../../lib/i18n/messages.ts";
import { RecordCard } from "../author/record-card.tsx";
import type { RecordModel } from "../author/record-model.ts";
import { ConsentQuestion } from "../consent/consent-question.tsx";
import { InsightsCard } from "../insights/insights-card.tsx";
import type { InsightsModel } from "../insights/insights-model.ts";
import { MessageProblem } from "../message-problem.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Logo } from "../ui/logo.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Toast } from "../ui/toast.tsx";
import { DataCard } from "./data-card.tsx";
import { GuidesCard } from "./guides-card.tsx";
import { ListedCards } from "./listed-cards.tsx";
import type { ListedModel } from "./listed-model.ts";
import type { PanelData, PanelDone, PanelModel } from "./model.ts";
import { OutboxCard } from "./outbox-card.tsx";
import type { OwnDataModel } from "./own-data-model.ts";
import { PanelNav, PanelPart } from "./panel-nav.tsx";
import type { TaggingModel } from "./tagging.ts";
import { TaggingCard } from "./tagging-card.tsx";
import { TargetsCard } from "./targets-card.tsx";
import type { TargetsModel } from "./targets-model.ts";
import { WhyCard } from "./why-card.tsx";

const DONE = {
  sent: "panel.outbox.sentNow",
  deleted: "panel.data.deleted",
  granted: "consent.saved.granted",
  refused: "consent.saved.refused",
} as const satisfies Record<PanelDone, MessageKey>;

export interface PanelScreenProps {
  model: PanelModel;
  listed: ListedModel;
  targets: TargetsModel;
  insights: InsightsModel;
  own: OwnDataModel;
  tagging: TaggingModel;
  record: RecordModel;
  /** What an author does, apart from what needs a connected page. */
  authoring: ComponentChildren;
  onOpenOptions: () => void;
  onOpenConsole: () => void;
}

export function PanelScreen(props: PanelScreenProps) {
  const { t } = useI18n();
  const { model } = props;
  const view = model.data.view.value;
  const done = model.done.value;
  return (
    <main class="panel">
      <PageHead title={t("app.name")}>
        {view.state === "ready" && view.value.status.connection?.environment === "staging" && (
          <Badge tone="warning">{t("environment.staging")}</Badge>
        )}
        <Button kind="quiet" icon="chart" iconOnly onClick={props.onOpenConsole}>
          {t("common.openConsole")}
        </Button>
        <Button kind="quiet" icon="gear" iconOnly onClick={props.onOpenOptions}>
          {t("common.openOptions")}
        </Button>
      </PageHead>
      {view.state === "loading" && <Skeleton lines={6} />}
      {view.state === "failed" && (
        <MessageProblem error={view.error} onRetry={() => void model.data.load()} />
      )}
      {view.state === "ready" && <Parts {...props} data={view.value} />}
      <Toast text={done && t(DONE[done])} onClose={model.closeNotices} />
    </main>
  );
}

/** What is asked first, or why nothing plays here. */
function ConsentAsked({ model }: { model: PanelModel }) {
  const { t } = useI18n();
  const busy = model.busy.value === "consent";
  switch (model.consent.value) {
    case "granted":
      return null;
    case "pending":
      return <ConsentQuestion busy={busy} onAnswer={(answer) => void model.answer(answer)} />;
    case "refused":
      return (
        <Notice tone="neutral" title={t("consent.refusedTitle")}>
          <p class="muted">{t("consent.refusedBody")}</p>
        </Notice>
      );
  }
}

function Parts(props: PanelScreenProps & { data: PanelData }) {
  const { t } = useI18n();
  const { model, data } = props;
  const problem = model.problem.value;
  if (data.status.connection === null) {
    return (
      <>
        <div class="welcome">
          <Logo size={56} />
          <EmptyState title={t("panel.welcome.title")} hint={t("panel.welcome.body")}>
            <Button kind="primary" onClick={props.onOpenOptions}>
              {t("panel.welcome.action")}
            </Button>
          </EmptyState>
        </div>
        <RecordCard model={props.record} onOpenOptions={props.onOpenOptions} />
        {data.status.events > 0 && <DataCard model={model} own={props.own} data={data} />}
      </>
    );
  }
  return (
    <>
      {!model.siteConnected.value && (
        <Notice tone="neutral" title={t("panel.noSite.title")}>
          <p class="muted">{t("panel.noSite.body")}</p>
          <div class="actions">
            <Button onClick={props.onOpenOptions}>{t("panel.noSite.action")}</Button>
          </div>
        </Notice>
      )}
      {problem && <MessageProblem error={problem} />}
      <ConsentAsked model={model} />
      <PanelNav />
      <PanelPart part="help">
        {model.siteConnected.value && <ListedCards model={props.listed} />}
        <GuidesCard model={model} />
        {model.siteConnected.value && <WhyCard guides={data.why} />}
      </PanelPart>
      <PanelPart part="authors">
        <RecordCard model={props.record} onOpenOptions={props.onOpenOptions} />
        {props.authoring}
        {model.siteConnected.value && (
          <TargetsCard model={props.targets} onOpenConsole={props.onOpenConsole} />
        )}
        {model.siteConnected.value && (
          <TaggingCard model={props.tagging} onOpenConsole={props.onOpenConsole} />
        )}
      </PanelPart>
      <PanelPart part="own">
        <InsightsCard insights={data.insights} model={props.insights} />
        <OutboxCard model={model} outbox={data.status.outbox} />
        <DataCard model={model} own={props.own} data={data} />
      </PanelPart>
    </>
  );
}
