import { Picking } from "../author/picking.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { TaggingModel } from "./tagging.ts";

/** While an author points at a feature: what they point at. */
export function TaggingPicker({ model }: { model: TaggingModel }) {
  const { t } = useI18n();
  const over = model.over.value;
  return (
    <Picking
      legend={t("tag.point")}
      model={model}
      empty={over === null}
      lead={<p>{t("tag.picking")}</p>}
    >
      <p role="status">
        {over ? (
          <>
            <code class="selector">{over.selector}</code>{" "}
            <span class="muted small">{t("tag.matches", { count: over.count })}</span>
          </>
        ) : (
          <span class="muted">{t("tag.overNothing")}</span>
        )}
      </p>
    </Picking>
  );
}
