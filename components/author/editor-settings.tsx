import { convertGuide } from "../../lib/draft/convert.ts";
import { setCategory, setName } from "../../lib/draft/texts.ts";
import { type Guide, GuideKind } from "../../lib/model/guide.ts";
import { Card } from "../ui/card.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { AudienceSize } from "./audience-size.tsx";
import { ConditionField } from "./condition-field.tsx";
import { changer, NumberField } from "./editor-fields.tsx";
import { EditorLook } from "./editor-look.tsx";
import { EditorSchedule } from "./editor-schedule.tsx";
import type { EditorState } from "./editor-state.ts";
import { LanguageBar } from "./editor-texts.tsx";
import { ExperimentField } from "./experiment-field.tsx";
import { NamedField } from "./named-field.tsx";

const LISTED: readonly GuideKind[] = ["how-to", "announcement"];

/** Everything about the guide beside its steps. */
export function EditorSettings({ state }: { state: EditorState }) {
  return (
    <div class="settings">
      <Texts state={state} />
      <When state={state} />
      <Who state={state} />
      <EditorLook state={state} />
    </div>
  );
}

function Texts({ state }: { state: EditorState }) {
  const { t } = useI18n();
  const guide = state.guide.value;
  const language = state.language.value;
  return (
    <Card title={t("editor.settings.texts")}>
      <LanguageBar state={state} step={null} />
      <div class="form">
        <Field
          label={t("editor.settings.name")}
          hint={t("editor.settings.nameHint")}
          value={guide.name[language] ?? ""}
          onInput={(text) => state.edit((g) => setName(g, language, text), `name ${language}`)}
        />
        <Field
          label={t("editor.settings.category")}
          hint={t("editor.settings.categoryHint")}
          value={guide.category?.[language] ?? ""}
          onInput={(text) =>
            state.edit((g) => setCategory(g, language, text), `category ${language}`)
          }
        />
        <Select
          label={t("editor.settings.kind")}
          value={guide.kind}
          options={GuideKind.options.map((value) => ({ value, label: t(`editor.kind.${value}`) }))}
          onChange={(kind) => state.edit((g) => convertGuide(g, kind))}
        />
      </div>
    </Card>
  );
}

function When({ state }: { state: EditorState }) {
  const { t } = useI18n();
  const { trigger, kind } = state.guide.value;
  const change = changer(state);
  const set = (part: Partial<Guide["trigger"]>, place?: string) =>
    change({ trigger: { ...trigger, ...part } }, place);
  return (
    <Card title={t("editor.settings.when")}>
      <div class="form">
        {!LISTED.includes(kind) && (
          <Segmented
            label={t("editor.settings.start")}
            value={trigger.start}
            options={(["manual", "auto"] as const).map((value) => ({
              value,
              label: t(`editor.settings.start.${value}`),
            }))}
            onChange={(start) => set({ start })}
          />
        )}
        <ConditionField
          label={t("editor.settings.condition")}
          hint={t("editor.settings.conditionHint")}
          value={trigger.when}
          onChange={(when) => {
            const { when: _, ...rest } = trigger;
            change({ trigger: when ? { ...rest, when } : rest }, "trigger");
          }}
        />
        {trigger.start === "auto" && (
          <Select
            label={t("editor.settings.frequency")}
            value={trigger.frequency ?? "once"}
            options={(["once", "until-completed", "always"] as const).map((value) => ({
              value,
              label: t(`editor.settings.frequency.${value}`),
            }))}
            onChange={(frequency) => set({ frequency })}
          />
        )}
        <EditorSchedule state={state} />
      </div>
    </Card>
  );
}

function Who({ state }: { state: EditorState }) {
  const { t } = useI18n();
  const guide = state.guide.value;
  const change = changer(state);
  const listed = LISTED.includes(guide.kind);
  return (
    <Card title={t("editor.settings.who")}>
      <div class="form">
        <ConditionField
          label={t("editor.settings.audience")}
          hint={t("editor.settings.audienceHint")}
          value={guide.audience}
          onChange={(audience) => change({ audience }, "audience")}
        />
        <AudienceSize condition={guide.audience} />
        {!listed && (
          <Select
            label={t("editor.settings.budget")}
            value={guide.budget ?? ""}
            options={[
              { value: "", label: t("editor.settings.budget.default") },
              ...(["interrupting", "ambient", "exempt"] as const).map((value) => ({
                value,
                label: t(`editor.settings.budget.${value}`),
              })),
            ]}
            onChange={(budget) => change({ budget: budget === "" ? undefined : budget })}
          />
        )}
        <NumberField
          label={t("editor.settings.priority")}
          hint={t("editor.settings.priorityHint")}
          bounds={[-100, 100]}
          value={guide.priority}
          onChange={(priority) => change({ priority }, "priority")}
        />
        <NamedField
          label={t("editor.settings.goal")}
          hint={t("editor.settings.goalHint")}
          kind="signals"
          value={guide.goal}
          onChange={(goal) => change({ goal }, "goal")}
        />
        {!listed && (
          <ExperimentField
            value={guide.experiment}
            onChange={(experiment) => change({ experiment }, "experiment")}
          />
        )}
      </div>
    </Card>
  );
}
