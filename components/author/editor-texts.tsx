import { mainLanguage } from "../../lib/draft/languages.ts";
import { confirmTranslation, removeLanguage, setBody, setTitle } from "../../lib/draft/texts.ts";
import { directionOf } from "../../lib/model/direction.ts";
import type { Guide, Step } from "../../lib/model/guide.ts";
import { languageName } from "../console/language-name.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import type { EditorState } from "./editor-state.ts";
import type { EditorPictures } from "./ports.ts";
import { RichEditor, type RichEditorProps } from "./rich-editor.tsx";
import { useRetouching } from "./use-retouching.ts";

/** Offered to be added; guides may be in any other too. */
export const LANGUAGES = [
  "en",
  "ru",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "pl",
  "uk",
  "tr",
  "nl",
  "cs",
  "sv",
  "zh",
  "ja",
  "ko",
  "ar",
  "he",
];

/** The language of the texts below, and others to be added. */
export function LanguageBar({ state, step }: { state: EditorState; step: Step | null }) {
  const { t, wanted } = useI18n();
  const languages = state.languages.value;
  const language = state.language.value;
  const name = (tag: string) => languageName(tag, wanted);
  const label = (tag: string) =>
    step?.outdated?.includes(tag)
      ? t("editor.language.outdated", { language: name(tag) })
      : name(tag);
  const others = LANGUAGES.filter((tag) => !languages.includes(tag));
  return (
    <div class="language-bar">
      <Segmented
        label={t("editor.language")}
        value={language}
        options={languages.map((value) => ({ value, label: label(value) }))}
        onChange={state.speak}
      />
      <Select
        label={t("editor.language.add")}
        value=""
        options={[
          { value: "", label: t("editor.language.none") },
          ...others.map((value) => ({ value, label: name(value) })),
        ]}
        onChange={(tag) => tag && state.speak(tag)}
      />
      {language !== mainLanguage(state.guide.value) && (
        <Button
          kind="quiet"
          icon="trash"
          onClick={() => {
            state.edit((guide) => removeLanguage(guide, language));
            state.speak(mainLanguage(state.guide.peek()));
          }}
        >
          {t("editor.language.remove", { language: name(language) })}
        </Button>
      )}
    </div>
  );
}

/** Title and text of a step in one language. */
export function StepTexts(props: {
  state: EditorState;
  step: Step;
  pictures: EditorPictures;
  cutter: RichEditorProps["cutter"];
  onSplit: () => void;
}) {
  const { t } = useI18n();
  const { state, step } = props;
  const { pictures, follow } = useRetouching(props.pictures);
  const language = state.language.value;
  const main = mainLanguage(state.guide.value);
  const original = language === main ? undefined : step.title[main];
  return (
    <>
      {step.outdated?.includes(language) && (
        <Notice tone="warning" title={t("editor.step.outdated")}>
          <div class="actions">
            <Button onClick={() => state.edit((g) => confirmTranslation(g, step.id, language))}>
              {t("editor.step.fits")}
            </Button>
          </div>
        </Notice>
      )}
      <div lang={language} dir={directionOf(language)}>
        <Field
          label={t("editor.step.title")}
          value={step.title[language] ?? ""}
          {...(original && { hint: t("editor.step.original", { text: original }) })}
          onInput={(text) =>
            state.edit((g) => setTitle(g, step.id, language, text), `title ${step.id} ${language}`)
          }
        />
      </div>
      <div class="field">
        <span class="field-label" aria-hidden="true">
          {t("editor.step.body")}
        </span>
        <RichEditor
          key={`${step.id} ${language}`}
          label={t("editor.step.body")}
          language={language}
          value={step.body[language] ?? NO_TEXT}
          onChange={(text) => {
            const everywhere = follow(text);
            const change = (g: Guide) => setBody(g, step.id, language, text);
            if (everywhere) state.edit((g) => change(everywhere(g)));
            else state.edit(change, `body ${step.id} ${language}`);
          }}
          onUndo={(direction) => state[direction]()}
          cutter={props.cutter}
          onSplit={props.onSplit}
          pictures={pictures}
        />
      </div>
    </>
  );
}

const NO_TEXT: [] = [];
