import { mainLanguage } from "../../lib/draft/languages.ts";
import {
  addOption,
  type Choosing,
  OPTION_LIMITS,
  setOptionLabel,
  setQuestion,
} from "../../lib/draft/question.ts";
import type { Step } from "../../lib/model/guide.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { answerWords } from "./answer-words.ts";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";
import { OrderedList } from "./ordered-list.tsx";

const LONGEST = 500;

/** The answers that people choose from, in the order in which they see them. */
export function QuestionOptions(props: { state: EditorState; step: Step; question: Choosing }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { state, step, question } = props;
  const language = state.language.value;
  const main = mainLanguage(state.guide.value);
  const { options } = question;
  const set = (next: Choosing) => state.edit((guide) => setQuestion(guide, step.id, next));

  function wrong(text: string): string | undefined {
    if (text.trim() === "") return language === main ? t("question.optionEmpty") : undefined;
    if (text.length > LONGEST) return t("question.optionLong");
    const same = options.filter(({ label }) => label[language]?.trim() === text.trim());
    return same.length > 1 ? t("question.optionTwice") : undefined;
  }

  return (
    <fieldset class="form ordered-frame">
      <legend class="field-label">{t("question.options")}</legend>
      <OrderedList
        label={t("question.options")}
        items={options}
        keyOf={({ id }) => id}
        nameOf={({ label }) => titleOf(i18n, label, language)}
        least={OPTION_LIMITS.least}
        state={state}
        onChange={(next) => set({ ...question, options: next })}
      >
        {({ id, label }, index) => {
          const original = language === main ? undefined : label[main];
          return (
            <Field
              label={t("question.option", { number: index + 1 })}
              labelHidden
              value={label[language] ?? ""}
              error={wrong(label[language] ?? "")}
              {...(original && { hint: t("editor.step.original", { text: original }) })}
              onInput={(text) =>
                state.edit(
                  (guide) => setOptionLabel(guide, step.id, id, language, text),
                  `option ${step.id} ${id} ${language}`,
                )
              }
            />
          );
        }}
      </OrderedList>
      {options.length <= OPTION_LIMITS.least && <p class="field-hint">{t("question.least")}</p>}
      {options.length < OPTION_LIMITS.most ? (
        <div class="actions">
          <Button
            icon="plus"
            onClick={() => set(addOption(question, answerWords(state, options.length + 1)))}
          >
            {t("question.addOption")}
          </Button>
        </div>
      ) : (
        <p class="field-hint">{t("question.most")}</p>
      )}
    </fieldset>
  );
}
