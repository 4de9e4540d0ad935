import {
  BRANCH_LIMIT,
  canBranch,
  type Looks,
  lookAt,
  looksAt,
  newBranch,
} from "../../lib/draft/branch.ts";
import { changeStep } from "../../lib/draft/steps.ts";
import type { Step } from "../../lib/model/guide.ts";
import type { Branch } from "../../lib/model/question.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { BranchAnswers } from "./branch-answer.tsx";
import { branchSentence } from "./branch-sentence.ts";
import { ConditionField } from "./condition-field.tsx";
import { useChoices } from "./condition-names.ts";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";
import { OrderedList } from "./ordered-list.tsx";

const END = "";
const LOOKS: readonly Looks[] = ["answer", "condition", "both"];

/** Where a step leads, if not to the next one: the first branch that holds, so their order matters. */
export function StepBranches({ state, step }: { state: EditorState; step: Step }) {
  const i18n = useI18n();
  const { t } = i18n;
  const choices = useChoices();
  const { steps } = state.guide.value;
  const texts = state.language.value;
  const branches = step.branch ?? [];
  const change = (next: readonly Branch[], place?: string) =>
    state.edit(
      (guide) => changeStep(guide, step.id, { branch: next.length > 0 ? [...next] : undefined }),
      place,
    );
  const sentence = (branch: Branch) =>
    branchSentence(branch, step, steps, choices, { ...i18n, texts });
  return (
    <div class="form">
      <p class="muted small">{t("editor.branches.lead")}</p>
      {step.question?.type === "text" && <p class="muted small">{t("branch.written")}</p>}
      <OrderedList
        label={t("branch.list")}
        items={branches}
        keyOf={(_, index) => `${step.id} ${index}`}
        nameOf={sentence}
        state={state}
        onChange={change}
      >
        {(branch, index) => (
          <BranchFields
            state={state}
            step={step}
            branch={branch}
            sentence={sentence(branch)}
            onChange={(next, place) =>
              change(branches.with(index, next), place && `${place} ${step.id} ${index}`)
            }
          />
        )}
      </OrderedList>
      {branches.length < BRANCH_LIMIT ? (
        <div class="actions">
          <Button icon="plus" onClick={() => change([...branches, newBranch(step)])}>
            {t("editor.branches.add")}
          </Button>
        </div>
      ) : (
        <p class="field-hint">{t("branch.most")}</p>
      )}
    </div>
  );
}

function BranchFields(props: {
  state: EditorState;
  step: Step;
  branch: Branch;
  sentence: string;
  onChange: (branch: Branch, place?: string) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { step, branch, onChange } = props;
  const { question } = step;
  const { steps } = props.state.guide.value;
  const language = props.state.language.value;
  const later = steps.slice(steps.findIndex(({ id }) => id === step.id) + 1);
  return (
    <fieldset class="form ordered-frame">
      <legend class="branch-say">{props.sentence}</legend>
      {(canBranch(question) || branch.when) && (
        <Select
          label={t("branch.looks")}
          value={looksAt(branch)}
          options={LOOKS.map((value) => ({ value, label: t(`branch.looks.${value}`) }))}
          onChange={(looks) => onChange(lookAt(branch, looks, question))}
        />
      )}
      {question && branch.when && (
        <BranchAnswers
          question={question}
          when={branch.when}
          language={language}
          onChange={(when) => onChange({ ...branch, when }, "answers")}
        />
      )}
      {branch.condition && (
        <ConditionField
          label={t("editor.branches.json")}
          value={branch.condition}
          required
          result
          onChange={(condition) => condition && onChange({ ...branch, condition }, "branch")}
        />
      )}
      <Select
        label={t("editor.branches.to")}
        value={branch.to ?? END}
        options={[
          ...later.map(({ id, title }) => ({ value: id, label: titleOf(i18n, title, language) })),
          { value: END, label: t("editor.branches.end") },
        ]}
        onChange={(target) => onChange({ ...branch, to: target === END ? null : target })}
      />
    </fieldset>
  );
}
