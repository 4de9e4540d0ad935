import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { splitAtCursor, splitAtJoint } from "../../lib/draft/split.ts";
import type { Step } from "../../lib/model/guide.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { StepAnchor } from "./editor-anchor.tsx";
import { StepBranches } from "./editor-branches.tsx";
import { StepButtons } from "./editor-buttons.tsx";
import { FindingList } from "./editor-findings.tsx";
import type { EditorPage } from "./editor-page.ts";
import { StepPicture } from "./editor-picture.tsx";
import { StepPlace } from "./editor-place.tsx";
import type { EditorState } from "./editor-state.ts";
import { StepActs } from "./editor-step-acts.tsx";
import { LanguageBar, StepTexts } from "./editor-texts.tsx";
import type { EditorPictures } from "./ports.ts";
import { QuestionFields } from "./question-fields.tsx";
import type { RichEditorProps } from "./rich-editor.tsx";

export interface StepFormProps {
  state: EditorState;
  pictures: EditorPictures;
  page: EditorPage;
  onOpenOptions: () => void;
  onBack: () => void;
}

/** Everything about the step that is open. */
export function StepForm({ state, pictures, page, onOpenOptions, onBack }: StepFormProps) {
  const { t } = useI18n();
  const cutter: RichEditorProps["cutter"] = useRef(null);
  const step = state.openStep.value;
  if (!step) return null;
  const { steps, kind } = state.guide.value;
  const index = steps.indexOf(step);
  const points = kind !== "checklist" && kind !== "banner" && kind !== "announcement";
  const around = { state, step, page, onOpenOptions };
  /** Where the cursor is, if it divides anything. */
  const split = () => {
    const language = state.language.peek();
    const cut = cutter.current?.();
    const atCursor = cut && cut.head.length > 0 && cut.tail.length > 0;
    state.edit((guide) =>
      atCursor ? splitAtCursor(guide, step.id, { ...cut, language }) : splitAtJoint(guide, step.id),
    );
  };
  const findings = state.findings.value.filter((finding) => finding.step === step.id);
  return (
    <section class="card step-form" aria-labelledby="step-form-title">
      <header class="step-head">
        <span class="only-narrow">
          <Button kind="quiet" icon="back" onClick={onBack}>
            {t("editor.steps.all")}
          </Button>
        </span>
        <h2 id="step-form-title">{t("editor.step.at", { at: index + 1, of: steps.length })}</h2>
        <StepActs state={state} step={step} onSplit={split} />
      </header>
      <LanguageBar state={state} step={step} />
      <StepTexts state={state} step={step} pictures={pictures} cutter={cutter} onSplit={split} />
      <FindingList state={state} findings={findings} />
      <div>
        {kind === "survey" && (
          <Part key={`question ${step.id}`} title={t("editor.question.title")} open>
            <QuestionFields state={state} step={step} />
          </Part>
        )}
        <Part key={`place ${step.id}`} title={t("editor.place.title")} open>
          <StepPlace state={state} step={step} />
        </Part>
        {points && (
          <Part key={`anchor ${step.id}`} title={t("editor.anchor.title")} open>
            <StepAnchor {...around} />
          </Part>
        )}
        <Part key={`picture ${step.id}`} title={t("editor.picture.title")} open={false}>
          <StepPicture {...around} choice={!points} />
        </Part>
        {kind !== "how-to" && (
          <Part key={`buttons ${step.id}`} title={t("editor.buttons.title")} open={!!step.actions}>
            <StepButtons state={state} step={step} />
          </Part>
        )}
        {kind !== "checklist" && index < steps.length - 1 && (
          <Part key={`ways ${step.id}`} title={t("editor.branches.title")} open={!!step.branch}>
            <StepBranches state={state} step={step} />
          </Part>
        )}
        {step.recorded && (
          <Part key={`recorded ${step.id}`} title={t("editor.recorded.title")} open={false}>
            <RecordedAs recorded={step.recorded} />
          </Part>
        )}
      </div>
    </section>
  );
}

function Part(props: { title: string; open: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(props.open);
  return (
    <div class="form-part">
      <Disclosure title={props.title} open={open} onToggle={() => setOpen(!open)}>
        <div class="part-body">{props.children}</div>
      </Disclosure>
    </div>
  );
}

function RecordedAs({ recorded: { gesture, url } }: { recorded: NonNullable<Step["recorded"]> }) {
  const { t } = useI18n();
  const what =
    gesture.type === "key"
      ? t("editor.recorded.key", { keys: gesture.keys })
      : t(`editor.recorded.${gesture.type}`);
  return (
    <>
      <p>{what}</p>
      <p class="muted">{t("editor.recorded.url", { url })}</p>
    </>
  );
}
