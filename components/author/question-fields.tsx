import { mainLanguage } from "../../lib/draft/languages.ts";
import {
  isRated,
  newQuestion,
  QUESTION_TYPES,
  type Rated,
  setEnd,
  setQuestion,
} from "../../lib/draft/question.ts";
import type { Step } from "../../lib/model/guide.ts";
import type { Question } from "../../lib/model/question.ts";
import { SCALES } from "../../lib/model/scales.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { answerWords } from "./answer-words.ts";
import type { EditorState } from "./editor-state.ts";
import { QuestionOptions } from "./question-options.tsx";

const NOTHING = "none";

/** Of a survey: what the step asks. */
export function QuestionFields({ state, step }: { state: EditorState; step: Step }) {
  const { t } = useI18n();
  const { question } = step;
  const alone = !state.guide.value.steps.some((one) => one.question && one.id !== step.id);
  const types = question && alone ? QUESTION_TYPES : ([NOTHING, ...QUESTION_TYPES] as const);
  const set = (next: Question | undefined) =>
    state.edit((guide) => setQuestion(guide, step.id, next));
  return (
    <div class="form">
      <Select
        label={t("question.type")}
        value={question?.type ?? NOTHING}
        options={types.map((value) => ({ value, label: t(`question.type.${value}`) }))}
        onChange={(type) =>
          set(
            type === NOTHING
              ? undefined
              : newQuestion(type, question, (number) => answerWords(state, number)),
          )
        }
      />
      {question && (
        <>
          <p class="muted small">{t("question.lead")}</p>
          <label class="check">
            <input
              type="checkbox"
              checked={question.required === true}
              onChange={({ currentTarget: { checked } }) => {
                const { required: _, ...rest } = question;
                set(checked ? { ...rest, required: true } : rest);
              }}
            />
            <span>{t("question.required")}</span>
          </label>
        </>
      )}
      {question && isRated(question) && <Ends state={state} step={step} question={question} />}
      {question && "options" in question && (
        <QuestionOptions state={state} step={step} question={question} />
      )}
    </div>
  );
}

function Ends(props: { state: EditorState; step: Step; question: Rated }) {
  const { t } = useI18n();
  const { state, step, question } = props;
  const language = state.language.value;
  const main = mainLanguage(state.guide.value);
  const [least, most] = SCALES[question.type];
  const end = (which: "low" | "high", number: number) => {
    const original = language === main ? undefined : question[which]?.[main];
    return (
      <Field
        label={t("question.end", { number })}
        value={question[which]?.[language] ?? ""}
        hint={original ? t("editor.step.original", { text: original }) : t("question.endHint")}
        onInput={(text) =>
          state.edit(
            (guide) => setEnd(guide, step.id, which, language, text),
            `end ${step.id} ${which} ${language}`,
          )
        }
      />
    );
  };
  return (
    <div class="schedule">
      {end("low", least)}
      {end("high", most)}
    </div>
  );
}
