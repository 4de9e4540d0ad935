import { mergeWithNext } from "../../lib/draft/join.ts";
import { duplicateStep, removeStep } from "../../lib/draft/steps.ts";
import type { Step } from "../../lib/model/guide.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorState } from "./editor-state.ts";

/** What can be done with the step as a whole. */
export function StepActs(props: { state: EditorState; step: Step; onSplit: () => void }) {
  const { t } = useI18n();
  const { state, step } = props;
  const { steps } = state.guide.value;
  const index = steps.indexOf(step);
  const before = steps[index - 1];
  const mergeBack = (into: string) => {
    state.show(into);
    if (!state.edit((guide) => mergeWithNext(guide, into))) state.show(step.id);
  };
  const isEmpty = (step.body[state.language.value] ?? []).length === 0;
  return (
    <div class="actions">
      <Button kind="quiet" icon="copy" onClick={() => state.edit((g) => duplicateStep(g, step.id))}>
        {t("editor.step.duplicate")}
      </Button>
      {!isEmpty && (
        <Button kind="quiet" onClick={props.onSplit}>
          {t("editor.step.split")}
        </Button>
      )}
      {before && (
        <Button kind="quiet" onClick={() => mergeBack(before.id)}>
          {t("editor.step.mergeBack")}
        </Button>
      )}
      {index < steps.length - 1 && (
        <Button kind="quiet" onClick={() => state.edit((g) => mergeWithNext(g, step.id))}>
          {t("editor.step.merge")}
        </Button>
      )}
      <Button kind="quiet" icon="trash" onClick={() => state.edit((g) => removeStep(g, step.id))}>
        {t("editor.step.remove")}
      </Button>
    </div>
  );
}
