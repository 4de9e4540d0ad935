import { useId } from "preact/hooks";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import type { ListedModel } from "./listed-model.ts";

const ANSWERS = [
  ["panel.howTo.yes", true],
  ["panel.howTo.no", false],
] as const;

/** Asks who read a how-to whether it helped; the answer can be changed. */
export function HowToRating({ model, entry }: { model: ListedModel; entry: HowToEntry }) {
  const { t } = useI18n();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and nothing is sent here
    <div class="rating" role="group" aria-labelledby={id}>
      <span id={id}>{t("panel.howTo.helpful")}</span>
      <div class="actions">
        {ANSWERS.map(([key, helpful]) => (
          <button
            key={key}
            type="button"
            class="button button-secondary"
            aria-pressed={entry.helpful === helpful}
            onClick={() => entry.helpful !== helpful && void model.rate(entry.guide, helpful)}
          >
            {entry.helpful === helpful && <Icon name="check" />}
            {t(key)}
          </button>
        ))}
      </div>
      <p class="muted small" role="status">
        {entry.helpful !== null && t("panel.howTo.thanks")}
      </p>
    </div>
  );
}
