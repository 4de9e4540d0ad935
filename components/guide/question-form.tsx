import { TEXT_LIMIT } from "../../lib/model/scales.ts";
import { answerOf } from "../../lib/tour/answer.ts";
import type { Labels } from "../../lib/tour/labels.ts";
import type { Commands, QuestionView, View } from "../../lib/tour/view.ts";
import { NotNow } from "./footer.tsx";

interface QuestionFormProps {
  view: View;
  labels: Labels;
  commands: Commands;
}

/** A question with the browser's own controls, which hold the answer until it is sent. */
export function QuestionForm({ view, labels, commands }: QuestionFormProps) {
  const { question, visit } = view;
  if (!question) return null;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form).getAll("answer").map(String);
    const answer = answerOf(question.type, values);
    const error = form.querySelector(".error");
    if (answer) commands.answer(answer);
    else if (error) error.textContent = labels.noAnswer;
  };
  return (
    <form key={visit} class="question" data-type={question.type} onSubmit={onSubmit}>
      {question.type === "text" ? (
        <textarea name="answer" rows={3} maxLength={TEXT_LIMIT} aria-labelledby="title" />
      ) : (
        <Options question={question} />
      )}
      <p class="error" role="alert" lang={labels.lang} />
      <div class="footer" lang={labels.lang}>
        <span class="buttons">
          {view.of > 1 && view.at === 1 && <NotNow labels={labels} commands={commands} />}
          {!question.required && (
            <button type="button" class="back" data-command="skip" onClick={commands.advance}>
              {labels.skip}
            </button>
          )}
          <button type="submit" class="next" data-command="advance">
            {labels.send}
          </button>
        </span>
      </div>
    </form>
  );
}

function Options({ question }: { question: QuestionView }) {
  const { type, options, ends } = question;
  const kind = type === "multiple" ? "checkbox" : "radio";
  return (
    <fieldset aria-labelledby="title" aria-describedby={ends ? "ends" : undefined} class="options">
      {options.map(({ value, label }) => (
        <label key={value} class="option">
          <input type={kind} name="answer" value={value} />
          <span>{label}</span>
        </label>
      ))}
      {ends && (
        <p class="ends" id="ends">
          <span>
            {options[0]?.label}: {ends[0]}
          </span>
          <span>
            {options.at(-1)?.label}: {ends[1]}
          </span>
        </p>
      )}
    </fieldset>
  );
}
