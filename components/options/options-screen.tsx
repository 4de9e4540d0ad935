import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { type LanguageModel, useI18n } from "../ui/i18n.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Toast } from "../ui/toast.tsx";
import { ConsentCard } from "./consent-card.tsx";
import { IdentityCard } from "./identity-card.tsx";
import { LanguageCard } from "./language-card.tsx";
import type { Done, OptionsModel } from "./model.ts";
import { SitesCard } from "./sites-card.tsx";
import { WorkspaceCard } from "./workspace-card.tsx";

export interface OptionsScreenProps {
  model: OptionsModel;
  language: LanguageModel;
  onOpenConsole: () => void;
}

export function OptionsScreen({ model, language, onOpenConsole }: OptionsScreenProps) {
  const { t } = useI18n();
  const view = model.status.view.value;
  return (
    <main class="options">
      <PageHead title={t("options.title")} lead={t("options.lead")}>
        <Button icon="chart" onClick={onOpenConsole}>
          {t("common.openConsole")}
        </Button>
      </PageHead>
      {view.state === "loading" && <Skeleton lines={6} />}
      {view.state === "failed" && (
        <MessageProblem error={view.error} onRetry={() => void model.status.load()} />
      )}
      {view.state === "ready" && (
        <>
          <WorkspaceCard model={model} status={view.value} />
          <SitesCard model={model} status={view.value} />
          {view.value.connection && <ConsentCard model={model} status={view.value} />}
          <IdentityCard model={model} status={view.value} />
        </>
      )}
      <LanguageCard language={language} />
      <Toast text={useDone(model.done.value)} onClose={model.closeDone} />
    </main>
  );
}

function useDone(done: Done | null): string | null {
  const { t } = useI18n();
  switch (done?.what) {
    case undefined:
      return null;
    case "connected":
      return t("options.workspace.connected", { workspace: done.workspace });
    case "disconnected":
      return t("options.workspace.disconnected");
    case "added":
      return t("options.sites.added", { site: done.site });
    case "removed":
      return t("options.sites.removed", { site: done.site });
    case "saved":
      return t("options.identity.saved");
    case "granted":
    case "refused":
      return t(`consent.saved.${done.what}`);
    case "cleared":
      return t("options.identity.cleared");
  }
}
