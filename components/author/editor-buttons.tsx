import { changeStep } from "../../lib/draft/steps.ts";
import type { Step } from "../../lib/model/guide.ts";
import { Id, SafeUrl } from "../../lib/model/primitives.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorState } from "./editor-state.ts";
import { titleOf } from "./editor-words.ts";

type Action = NonNullable<Step["actions"]>[number];
const LIMIT = 3;

/** Further buttons of a step: to an address, or to another guide. */
export function StepButtons({ state, step }: { state: EditorState; step: Step }) {
  const i18n = useI18n();
  const { t } = i18n;
  const language = state.language.value;
  const actions = step.actions ?? [];
  const { kind, steps } = state.guide.value;
  const change = (next: Action[], place?: string) =>
    state.edit(
      (guide) => changeStep(guide, step.id, { actions: next.length > 0 ? next : undefined }),
      place,
    );
  const set = (index: number, next: Action) =>
    change(actions.with(index, next), `action ${step.id} ${index} ${language}`);
  const label = { [language]: t("editor.buttons.newLabel") };
  return (
    <div class="form">
      {actions.map((action, index) => (
        <fieldset key={index} class="form sub-form">
          <legend class="visually-hidden">{titleOf(i18n, action.label, language)}</legend>
          <Field
            label={t("editor.buttons.label")}
            value={action.label[language] ?? ""}
            onInput={(text) => set(index, { ...action, label: labelled(action, language, text) })}
          />
          {action.type === "link" ? (
            <Field
              label={t("editor.buttons.href")}
              mode="url"
              value={action.href}
              error={SafeUrl.safeParse(action.href).success ? undefined : t("rich.addressWrong")}
              onInput={(href) => set(index, { ...action, href })}
            />
          ) : (
            <Field
              label={t("editor.buttons.guide")}
              value={action.guide}
              error={Id.safeParse(action.guide).success ? undefined : t("editor.settings.id")}
              onInput={(guide) => set(index, { ...action, guide })}
            />
          )}
          <div class="actions">
            <Button kind="quiet" icon="trash" onClick={() => change(actions.toSpliced(index, 1))}>
              {t("editor.buttons.remove", { label: titleOf(i18n, action.label, language) })}
            </Button>
          </div>
        </fieldset>
      ))}
      {actions.length < LIMIT && (
        <div class="actions">
          <Button
            icon="plus"
            onClick={() =>
              change([...actions, { type: "link", label, href: "https://example.com" }])
            }
          >
            {t("editor.buttons.addLink")}
          </Button>
          {(kind === "checklist" || steps.length === 1) && (
            <Button
              icon="plus"
              onClick={() => change([...actions, { type: "guide", label, guide: "guide-id" }])}
            >
              {t("editor.buttons.addGuide")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function labelled({ label }: Action, language: string, text: string): Action["label"] {
  const { [language]: _, ...others } = label;
  return text === "" && Object.keys(others).length > 0 ? others : { ...label, [language]: text };
}
