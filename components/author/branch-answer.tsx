import { useId, useState } from "preact/hooks";
import { answersBetween, boundsOf, type When } from "../../lib/draft/branch.ts";
import { type Choosing, isRated, type Rated } from "../../lib/draft/question.ts";
import type { Question } from "../../lib/model/question.ts";
import { SCALES } from "../../lib/model/scales.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { titleOf } from "./editor-words.ts";

interface AnswersProps<Q extends Question> {
  question: Q;
  when: When;
  language: string;
  onChange: (when: When) => void;
}

/** Which answers a branch is taken by. */
export function BranchAnswers(props: AnswersProps<Question>) {
  const { question } = props;
  if (isRated(question)) return <Bounds {...props} question={question} />;
  return "options" in question ? <AnyOf {...props} question={question} /> : null;
}

function Bounds({ question: { type }, when, onChange }: AnswersProps<Rated>) {
  const { t } = useI18n();
  const [low, high] = SCALES[type];
  const [least, most] = boundsOf(type, when);
  const values = Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
  const options = values.map((value) => ({ value, label: value }));
  // A bound that the other one passes goes to its end of the scale.
  const say = (from: number, to: number) => {
    const next = answersBetween(type, from, to);
    if (next) onChange(next);
  };
  return (
    <div class="bounds">
      <Select
        label={t("branch.from")}
        value={String(least)}
        options={options}
        onChange={(value) => say(Number(value), Number(value) > most ? high : most)}
      />
      <Select
        label={t("branch.to")}
        value={String(most)}
        options={options}
        onChange={(value) => say(Number(value) < least ? low : least, Number(value))}
      />
    </div>
  );
}

function AnyOf({ question, when, language, onChange }: AnswersProps<Choosing>) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  /** All were unchosen; the branch still has the last one. */
  const [none, setNone] = useState(false);
  const chosen = none ? [] : (when.anyOf ?? []);
  const choose = (next: string[]) => {
    setNone(next.length === 0);
    if (next.length > 0) onChange({ anyOf: next });
  };
  return (
    <fieldset class="field ordered-frame" aria-describedby={none ? id : undefined}>
      <legend class="field-label">{t("branch.anyOf")}</legend>
      {question.options.map((option) => (
        <label key={option.id} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={({ currentTarget: { checked } }) =>
              choose(
                question.options
                  .map((one) => one.id)
                  .filter((one) => (one === option.id ? checked : chosen.includes(one))),
              )
            }
          />
          <span>{titleOf(i18n, option.label, language)}</span>
        </label>
      ))}
      {none && (
        <p class="field-error" id={id} role="alert">
          {t("branch.anyOfEmpty")}
        </p>
      )}
    </fieldset>
  );
}
