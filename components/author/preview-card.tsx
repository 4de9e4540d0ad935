import { useEffect, useRef, useState } from "preact/hooks";
import { localize } from "../../lib/model/locale.ts";
import { languageName } from "../console/language-name.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Select } from "../ui/select.tsx";
import type { PreviewModel } from "./preview-model.ts";
import { PreviewPersonFields } from "./preview-person-fields.tsx";
import { PreviewResult } from "./preview-result.tsx";
import { PreviewVerdict } from "./preview-verdict.tsx";

/** An author tries a guide on the page beside the panel, as anybody, before anybody gets it. */
export function PreviewCard({ model }: { model: PreviewModel }) {
  const { t, wanted } = useI18n();
  const [open, setOpen] = useState(false);
  const here = useRef<HTMLDivElement>(null);
  const guides = model.guides.value;
  const guide = model.guide.value;
  const playing = model.state.value !== "idle";
  // Whoever comes from the editor wants to go on here.
  useEffect(() => {
    if (guide && location.hash === "#try") here.current?.scrollIntoView();
  }, [guide === null]);
  const nameOf = (id: string) => {
    const found = guides.find((one) => one.guide.id === id);
    return found ? localize(found.guide.name, wanted) : id;
  };
  return (
    <div ref={here} id="try">
      <Card
        title={t("preview.title")}
        lead={t("preview.lead")}
        aside={playing ? <Badge tone="accent">{t("preview.playing")}</Badge> : undefined}
      >
        {!guide && <EmptyState title={t("preview.none")} hint={t("preview.noneHint")} />}
        {guide && (
          <>
            <Select
              label={t("guides.guide")}
              value={guide.id}
              options={guides.map((one) => {
                const name = localize(one.guide.name, wanted);
                const label = one.draft ? t("preview.draft", { name }) : name;
                return { value: one.guide.id, label };
              })}
              onChange={model.choose}
            />
            {model.languages.value.length > 1 && (
              <Select
                label={t("preview.language")}
                value={model.language.value}
                options={model.languages.value.map((tag) => ({
                  value: tag,
                  label: languageName(tag, wanted),
                }))}
                onChange={model.speak}
              />
            )}
            <PreviewPersonFields model={model} open={open} onToggle={() => setOpen(!open)} />
            <PreviewVerdict model={model} nameOf={nameOf} />
            <Actions model={model} />
            <Problem model={model} />
            <p class="muted" role="status">
              {model.state.value === "playing" && t("preview.playingHint")}
              {model.state.value === "waiting" && t("preview.waiting")}
              {model.wouldStart.value &&
                ` ${t("preview.asked", { guide: nameOf(model.wouldStart.value) })}`}
            </p>
            <PreviewResult model={model} guide={guide} />
          </>
        )}
      </Card>
    </div>
  );
}

function Actions({ model }: { model: PreviewModel }) {
  const { t } = useI18n();
  const guide = model.guide.value;
  const busy = model.busy.value;
  if (guide?.kind === "announcement") {
    return <Notice tone="neutral" title={t("preview.announcement")} />;
  }
  return (
    <div class="actions">
      {model.state.value === "idle" ? (
        <Button kind="primary" icon="play" busy={busy === "play"} onClick={() => void model.play()}>
          {t(model.walk.value ? "preview.again" : "preview.play")}
        </Button>
      ) : (
        <Button kind="primary" icon="stop" onClick={model.stop}>
          {t("preview.stop")}
        </Button>
      )}
      <Button icon="search" busy={busy === "check"} onClick={() => void model.check()}>
        {t("preview.check")}
      </Button>
    </div>
  );
}

function Problem({ model }: { model: PreviewModel }) {
  const { t } = useI18n();
  const problem = model.problem.value;
  if (!problem) return null;
  return problem.kind === "no-page" ? (
    <ErrorState message={t("preview.noPage")} />
  ) : (
    <ErrorState message={t("preview.noScript")} detail={problem.detail} />
  );
}
