import type { LibraryEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { PanelModel } from "./model.ts";

const TONES: Record<LibraryEntry["state"], Tone> = {
  new: "neutral",
  running: "accent",
  snoozed: "accent",
  completed: "success",
  dismissed: "neutral",
  target_missing: "warning",
};

export function GuidesCard({ model }: { model: PanelModel }) {
  const { t } = useI18n();
  const { here, elsewhere } = model.guides.value;
  if (here.length + elsewhere.length === 0) {
    return (
      <Card title={t("panel.guides.title")}>
        <EmptyState title={t("panel.guides.empty")} hint={t("panel.guides.emptyHint")} />
      </Card>
    );
  }
  return (
    <Card title={t("panel.guides.title")}>
      <div class="group">
        <h3>{t("panel.guides.here")}</h3>
        {here.length > 0 ? (
          <GuideList model={model} entries={here} />
        ) : (
          <p class="muted">{t("panel.guides.noneHere")}</p>
        )}
      </div>
      {elsewhere.length > 0 && (
        <div class="group">
          <h3>{t("panel.guides.elsewhere")}</h3>
          <GuideList model={model} entries={elsewhere} />
        </div>
      )}
    </Card>
  );
}

function GuideList({ model, entries }: { model: PanelModel; entries: readonly LibraryEntry[] }) {
  return (
    <ul class="rows">
      {entries.map((entry) => (
        <GuideRow key={entry.guide} model={model} entry={entry} />
      ))}
    </ul>
  );
}

function GuideRow({ model, entry }: { model: PanelModel; entry: LibraryEntry }) {
  const { t, wanted } = useI18n();
  const guide = localize(entry.name, wanted);
  const running = entry.state === "running";
  const busy = model.busy.value === entry.guide;
  return (
    <li class="row">
      <div class="row-text">
        <p class="row-title">{guide}</p>
        <p class="row-note">
          <Badge tone={TONES[entry.state]} icon={entry.state === "completed" ? "check" : undefined}>
            {running && entry.at !== null
              ? t("panel.state.runningAt", { at: entry.at, of: entry.steps })
              : t(`panel.state.${entry.state}`)}
          </Badge>
          <span>
            {t(`panel.kind.${entry.kind}`)}
            {entry.steps > 1 && ` · ${t("panel.guides.steps", { count: entry.steps })}`}
          </span>
        </p>
      </div>
      {running ? (
        <Button
          icon="stop"
          busy={busy}
          label={t("panel.guides.stopLabel", { guide })}
          onClick={() => void model.stop(entry.guide)}
        >
          {t("panel.guides.stop")}
        </Button>
      ) : (
        <Button
          icon="play"
          busy={busy}
          disabled={!entry.fitsPage || !model.siteConnected.value}
          label={t(
            entry.state === "snoozed" ? "panel.guides.continueLabel" : "panel.guides.runLabel",
            {
              guide,
            },
          )}
          onClick={() => void model.start(entry.guide)}
        >
          {t(entry.state === "snoozed" ? "panel.guides.continue" : "panel.guides.run")}
        </Button>
      )}
    </li>
  );
}
