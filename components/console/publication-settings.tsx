import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { QueryProblem, Report, type ReportContext } from "./report-card.tsx";
import type { Settings, SettingsModel } from "./settings-model.ts";
import { WriteKeysCard } from "./write-keys-card.tsx";

/** What holds for publication in this workspace, and the keys of its browsers. */
export function PublicationSettings(props: { model: SettingsModel; context: ReportContext }) {
  const { model, context } = props;
  const problem = model.problem.value;
  return (
    <div class="stack">
      {problem && (
        <QueryProblem
          error={problem}
          context={context}
          onRetry={() => void model.settings.load()}
        />
      )}
      <Report resource={model.settings} context={context}>
        {(settings) => (
          <div class="stack">
            <ReviewCard model={model} settings={settings} />
            <WriteKeysCard {...props} keys={settings.keys} />
          </div>
        )}
      </Report>
    </div>
  );
}

function ReviewCard({ model, settings }: { model: SettingsModel; settings: Settings }) {
  const { t } = useI18n();
  const state = settings.review ? "required" : "free";
  return (
    <Card title={t("settings.review.title")} lead={t("settings.review.lead")}>
      {settings.keys ? (
        <Segmented
          label={t("settings.review.label")}
          value={state}
          options={(["free", "required"] as const).map((value) => ({
            value,
            label: t(`settings.review.${value}`),
          }))}
          onChange={(value) => void model.requireReview(value === "required")}
        />
      ) : (
        <p>
          {t(`settings.review.${state}`)}. {t("settings.admins")}
        </p>
      )}
      <p class="muted">{t(`settings.review.${state}Hint`)}</p>
    </Card>
  );
}
