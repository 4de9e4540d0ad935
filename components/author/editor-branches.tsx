import * as z from "zod/mini";
import { UNCHOSEN } from "../../lib/draft/convert.ts";
import { changeStep } from "../../lib/draft/steps.ts";
import type { Step } from "../../lib/model/guide.ts";
import { parse, parseJson, type Result } from "../../lib/model/parse.ts";
import { Branch, Question } from "../../lib/model/question.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { ConditionField } from "./condition-field.tsx";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";
import { JsonField } from "./json-field.tsx";

const END = "";

/** Where a step leads, if not to the next one. */
export function StepBranches({ state, step }: { state: EditorState; step: Step }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { steps, kind } = state.guide.value;
  const language = state.language.value;
  const later = steps.slice(steps.findIndex(({ id }) => id === step.id) + 1);
  const branches = step.branch ?? [];
  const change = (next: Branch[], place?: string) =>
    state.edit(
      (guide) => changeStep(guide, step.id, { branch: next.length > 0 ? next : undefined }),
      place,
    );
  const set = (index: number, branch: Branch) =>
    change(branches.with(index, branch), `branch ${step.id} ${index}`);
  return (
    <div class="form">
      <p class="muted small">{t("editor.branches.lead")}</p>
      {branches.map(({ to, ...when }, index) => (
        <fieldset key={index} class="form sub-form">
          <legend class="field-label">{t("editor.branches.way", { count: index + 1 })}</legend>
          {kind === "survey" ? (
            <JsonField<When>
              key={step.id}
              label={t("editor.branches.json")}
              hint={t("editor.branches.jsonHint")}
              read={readWhen}
              value={when}
              required
              onChange={(next) => next && set(index, { ...next, to })}
            />
          ) : (
            <ConditionField
              key={step.id}
              label={t("editor.branches.json")}
              value={when.condition}
              required
              result
              onChange={(condition) => condition && set(index, { condition, to })}
            />
          )}
          <Select
            label={t("editor.branches.to")}
            value={to ?? END}
            options={[
              ...later.map(({ id, title }) => ({
                value: id,
                label: titleOf(i18n, title, language),
              })),
              { value: END, label: t("editor.branches.end") },
            ]}
            onChange={(target) =>
              change(branches.with(index, { ...when, to: target === END ? null : target }))
            }
          />
          <div class="actions">
            <Button kind="quiet" icon="trash" onClick={() => change(branches.toSpliced(index, 1))}>
              {t("editor.branches.remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div class="actions">
        <Button
          icon="plus"
          onClick={() =>
            change([...branches, { condition: { type: "signal", signal: UNCHOSEN }, to: null }])
          }
        >
          {t("editor.branches.add")}
        </Button>
      </div>
    </div>
  );
}

type When = Omit<Branch, "to">;

/** When it is taken; where it leads is chosen beside it. */
function readWhen(text: string): Result<When> {
  const json = parseJson(z.looseObject({}), text);
  if (!json.ok) return json;
  const read = parse(Branch, { ...json.value, to: null });
  if (!read.ok) return read;
  const { to: _, ...when } = read.value;
  return { ok: true, value: when };
}

/** Of a survey: what the step asks. */
export function StepQuestion({ state, step }: { state: EditorState; step: Step }) {
  const { t } = useI18n();
  return (
    <JsonField<Question>
      key={step.id}
      label={t("editor.question.json")}
      hint={t("editor.question.hint")}
      read={(text) => parseJson(Question, text)}
      value={step.question}
      onChange={(question) =>
        state.edit((guide) => changeStep(guide, step.id, { question }), `question ${step.id}`)
      }
    />
  );
}
