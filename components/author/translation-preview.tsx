import { contextOf } from "../../lib/exchange/translation/context.ts";
import { taggedText } from "../../lib/exchange/translation/tagged-text.ts";
import type { TakenTranslation } from "../../lib/exchange/translation/take-translation.ts";
import { directionOf } from "../../lib/model/direction.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { languageName } from "../console/language-name.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { TranslationProblems } from "./translation-problems.tsx";

/** What a translation would change in the guide, text by text. */
export function TranslationPreview(props: {
  taken: TakenTranslation;
  guide: Guide;
  language: string;
  onTake: () => void;
  onCancel: () => void;
}) {
  const { t, wanted } = useI18n();
  const { changes, confirmed, problems } = props.taken;
  const count = changes.length;
  const language = languageName(props.language, wanted);
  const isNothing = count + confirmed.length === 0;
  return (
    <div class="stack">
      <p role="status">
        {isNothing ? t("translate.none") : t("translate.changes", { count, language })}{" "}
        {confirmed.length > 0 && t("translate.confirmed", { count: confirmed.length })}
      </p>
      {problems.length > 0 && (
        <Notice tone="warning" title={t("translate.left", { count: problems.length })}>
          <TranslationProblems problems={problems} />
        </Notice>
      )}
      <ul class="diff">
        {changes.map(({ unit, target, stale }) => {
          const before = unit.target ? taggedText(unit.target) : unit.other;
          return (
            <li key={unit.id}>
              <p>
                <strong>{contextOf(unit, props.guide, wanted[0] ?? "en")}</strong>
              </p>
              {stale && <p class="small">{t("translate.stale")}</p>}
              <div class="diff-texts" lang={props.language} dir={directionOf(props.language)}>
                {before && <del>{before}</del>}
                <ins>{taggedText(target)}</ins>
              </div>
            </li>
          );
        })}
      </ul>
      <div class="actions">
        {!isNothing && (
          <Button kind="primary" onClick={props.onTake}>
            {t("translate.take")}
          </Button>
        )}
        <Button onClick={props.onCancel}>{t(isNothing ? "common.close" : "common.cancel")}</Button>
      </div>
    </div>
  );
}
