import { useState } from "preact/hooks";
import { AuditCard } from "../administration/audit-card.tsx";
import type { AuditModel } from "../administration/audit-model.ts";
import type { SigningKeysModel } from "../administration/keys-model.ts";
import { RetentionCard } from "../administration/retention-card.tsx";
import type { RetentionModel } from "../administration/retention-model.ts";
import { SigningKeysCard } from "../administration/signing-keys-card.tsx";
import { TokensCard } from "../administration/tokens-card.tsx";
import type { TokensModel } from "../administration/tokens-model.ts";
import { DestinationsCard } from "../destinations/destinations-card.tsx";
import type { DestinationsModel } from "../destinations/model.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { PublicationSettings } from "./publication-settings.tsx";
import type { ReportContext } from "./report-card.tsx";
import type { SettingsModel } from "./settings-model.ts";

export interface SettingsViewProps {
  model: SettingsModel;
  destinations: DestinationsModel;
  tokens: TokensModel;
  signingKeys: SigningKeysModel;
  retention: RetentionModel;
  audit: AuditModel;
  context: ReportContext;
}

const VIEWS = ["publication", "access", "destinations", "security", "audit"] as const;
type View = (typeof VIEWS)[number];

/** What administrators settle for a workspace. */
export function SettingsView(props: SettingsViewProps) {
  const { t } = useI18n();
  const [view, setView] = useState<View>("publication");
  return (
    <div class="stack">
      <Segmented
        label={t("settings.view")}
        labelHidden
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`settings.view.${value}`) }))}
        onChange={(chosen) => {
          setView(chosen);
          // What was done meanwhile in the other views is in it.
          if (chosen === "audit") void props.audit.load();
        }}
      />
      <Chosen {...props} view={view} />
    </div>
  );
}

function Chosen({ view, context, ...models }: SettingsViewProps & { view: View }) {
  switch (view) {
    case "publication":
      return <PublicationSettings model={models.model} context={context} />;
    case "access":
      return <TokensCard model={models.tokens} context={context} />;
    case "destinations":
      return <DestinationsCard model={models.destinations} context={context} />;
    case "security":
      return (
        <div class="stack">
          <SigningKeysCard model={models.signingKeys} context={context} />
          <RetentionCard
            model={models.retention}
            context={context}
            mayChange={models.model.settings.value.value?.keys !== null}
          />
        </div>
      );
    case "audit":
      return <AuditCard model={models.audit} context={context} />;
  }
}
