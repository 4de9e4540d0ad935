import type { ChecklistStep, ChecklistTemplate } from "../../lib/model/checklist.ts";
import { pickLocale } from "../../lib/model/locale.ts";
import { NumberField } from "../console/health/number-field.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { TemplatesModel } from "./templates-model.ts";

/** One template: its name, and its steps in their order. What is written is the text of the person's language. */
export function TemplateForm({
  model,
  template,
}: {
  model: TemplatesModel;
  template: ChecklistTemplate;
}) {
  const { t, language } = useI18n();
  const { id, name, steps } = template;
  const own = useOwnText();
  return (
    <div class="stack checklist-form">
      <div class="choice">
        <Field
          label={t("checklists.name")}
          value={own(name)}
          onInput={(text) => model.edit(id, (one) => ({ ...one, name: put(name, language, text) }))}
          error={own(name).trim() === "" ? t("common.required") : undefined}
        />
      </div>
      <ol class="checklist-steps" aria-label={t("checklists.stepsOf")}>
        {steps.map((step, at) => (
          <li key={at}>
            <StepFields model={model} id={id} step={step} at={at} last={steps.length - 1} />
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button
          icon="plus"
          onClick={() =>
            model.edit(id, (one) => ({
              ...one,
              steps: [
                ...one.steps,
                { text: { [language]: "" }, day: one.steps.at(-1)?.day ?? 0, owner: null },
              ],
            }))
          }
        >
          {t("checklists.addStep")}
        </Button>
        <Button kind="quiet" icon="trash" onClick={() => model.remove(id)}>
          {t("checklists.remove")}
        </Button>
      </div>
    </div>
  );
}

function StepFields(props: {
  model: TemplatesModel;
  id: string;
  step: ChecklistStep;
  at: number;
  last: number;
}) {
  const { t, language } = useI18n();
  const { model, id, step, at, last } = props;
  const own = useOwnText();
  const place = String(at + 1);
  const text = own(step.text);
  return (
    <div class="checklist-step">
      <Field
        label={t("checklists.step", { place })}
        value={text}
        onInput={(value) => model.editStep(id, at, { text: put(step.text, language, value) })}
        error={model.lacking.value && text.trim() === "" ? t("common.required") : undefined}
      />
      <NumberField
        label={t("checklists.day")}
        value={step.day}
        min={-365}
        max={1825}
        onChange={(day) => model.editStep(id, at, { day: Math.round(day) })}
      />
      <Field
        label={t("checklists.owner")}
        placeholder={t("checklists.ownerDefault")}
        value={step.owner ?? ""}
        onInput={(owner) => model.editStep(id, at, { owner: owner === "" ? null : owner })}
      />
      <div class="actions">
        <Button icon="up" iconOnly disabled={at === 0} onClick={() => model.moveStep(id, at, -1)}>
          {t("checklists.up", { place })}
        </Button>
        <Button
          icon="down"
          iconOnly
          disabled={at === last}
          onClick={() => model.moveStep(id, at, 1)}
        >
          {t("checklists.down", { place })}
        </Button>
        <Button icon="trash" iconOnly onClick={() => model.removeStep(id, at)}>
          {t("checklists.removeStep", { place })}
        </Button>
      </div>
    </div>
  );
}

type Texts = Record<string, string>;

/** The text that the person sees: of their language, else of another there is. */
function useOwnText(): (texts: Texts) => string {
  const { wanted } = useI18n();
  return (texts) => texts[pickLocale(Object.keys(texts), wanted)] ?? "";
}

/** A text of another language stays beside it. */
function put(texts: Texts, language: string, text: string): Texts {
  return { ...texts, [language]: text };
}
