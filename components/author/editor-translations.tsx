import { useSignal } from "@preact/signals";
import { languagesOf, mainLanguage } from "../../lib/draft/languages.ts";
import { translationCsv } from "../../lib/exchange/translation/translation-csv.ts";
import { unitsOf } from "../../lib/exchange/translation/units.ts";
import { xliff } from "../../lib/exchange/translation/xliff.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { languageName } from "../console/language-name.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { saveFile } from "../ui/save-file.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import type { EditorState } from "./editor-state.ts";
import { LANGUAGES } from "./editor-texts.tsx";
import { TranslationImport } from "./translation-import.tsx";

const FORMATS = {
  xliff: { ending: "xlf", type: "application/xliff+xml", write: xliff },
  csv: { ending: "csv", type: "text/csv", write: translationCsv },
} as const;
type Format = keyof typeof FORMATS;

/** All texts of the guide for a translator, and the translation back into it. */
export function EditorTranslations({ state }: { state: EditorState }) {
  const { t } = useI18n();
  return (
    <Card title={t("translate.title")} lead={t("translate.lead")}>
      <div class="stack">
        <TranslationExport guide={state.guide.value} language={state.language.value} />
        <TranslationImport state={state} />
      </div>
    </Card>
  );
}

function TranslationExport(props: { guide: Guide; language: string }) {
  const { t, wanted } = useI18n();
  const { guide } = props;
  const main = mainLanguage(guide);
  const languages = [...new Set([...languagesOf(guide), ...LANGUAGES])].filter(
    (one) => one !== main,
  );
  const chosen = useSignal<string | null>(null);
  const language = chosen.value ?? (props.language === main ? languages[0] : props.language) ?? "";
  const format = useSignal<Format>("xliff");
  const saved = useSignal<string | null>(null);
  const save = () => {
    const { ending, type, write } = FORMATS[format.value];
    const name = `${guide.id}.${language}.${ending}`;
    saveFile(name, write(guide, language), type);
    saved.value = name;
  };
  return (
    <Form label={t("translate.save")} onSubmit={save}>
      <Select
        label={t("translate.into")}
        value={language}
        options={languages.map((value) => ({ value, label: languageName(value, wanted) }))}
        onChange={(value) => (chosen.value = value)}
      />
      <Segmented
        label={t("translate.format")}
        value={format.value}
        options={(Object.keys(FORMATS) as Format[]).map((value) => ({
          value,
          label: t(`translate.format.${value}`),
        }))}
        onChange={(value) => (format.value = value)}
      />
      <div class="actions">
        <Button icon="download" submit>
          {t("translate.save")}
        </Button>
      </div>
      <p class="muted small" role="status">
        {saved.value &&
          t("translate.saved", {
            name: saved.value,
            count: t("translate.texts", { count: unitsOf(guide, language).length }),
          })}
      </p>
    </Form>
  );
}
