import { localize } from "../../lib/model/locale.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { MyGuidesProps } from "./my-guides.tsx";
import type { MyGuide, MyGuideState } from "./my-guides-model.ts";

const TONES: Record<MyGuideState, Tone> = {
  local: "warning",
  changed: "warning",
  draft: "neutral",
  unpublished: "warning",
  published: "success",
  archived: "neutral",
};

export function MyGuideRow(props: MyGuidesProps & { guide: MyGuide; onArchive: () => void }) {
  const { t, wanted, dateTime } = useI18n();
  const { guide, model, onOpen, onOpenTab } = props;
  const name = localize(guide.name, wanted);
  const duplicate = async () => {
    const id = await model.duplicate(guide.id, (text) => t("authoring.copyName", { name: text }));
    if (id !== null) onOpen(id);
  };
  return (
    <li class="row" aria-busy={model.busy.value === guide.id}>
      <div class="row-text">
        <span class="row-title">{name}</span>
        <span class="row-note">
          <Badge tone={TONES[guide.state]}>{t(`authoring.state.${guide.state}`)}</Badge>
          {t("authoring.changedAt", { when: dateTime(guide.changedAt) })}
        </span>
      </div>
      <div class="actions">
        <Button
          icon="edit"
          label={t("authoring.openLabel", { guide: name })}
          onClick={() => onOpen(guide.id)}
        >
          {t("authoring.open")}
        </Button>
        {onOpenTab && (
          <Button kind="quiet" icon="tab" iconOnly onClick={() => onOpenTab(guide.id)}>
            {t("authoring.openTabLabel", { guide: name })}
          </Button>
        )}
        <Button kind="quiet" icon="copy" iconOnly onClick={() => void duplicate()}>
          {t("authoring.duplicateLabel", { guide: name })}
        </Button>
        {guide.here && (
          <Button
            kind="quiet"
            icon="trash"
            iconOnly
            onClick={() => void model.removeDraft(guide.id)}
          >
            {t("authoring.removeLabel", { guide: name })}
          </Button>
        )}
        {guide.onServer && guide.state !== "archived" && (
          <Button kind="quiet" icon="box" iconOnly onClick={props.onArchive}>
            {t("authoring.archiveLabel", { guide: name })}
          </Button>
        )}
      </div>
    </li>
  );
}
