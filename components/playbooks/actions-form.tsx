import { ALERT_LEVELS } from "../../lib/model/playbook.ts";
import { ValueFields } from "../author/condition-values.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { ACTION_KINDS, type ActionForm, newAction } from "./form.ts";
import { GuideReach } from "./guide-reach.tsx";
import { MessageFields } from "./message-fields.tsx";
import type { PlaybooksModel } from "./model.ts";
import { TitleField } from "./title-field.tsx";

const MOST = 10;

/** What a playbook does, one thing after the other. */
export function ActionsForm(props: {
  actions: readonly ActionForm[];
  model: PlaybooksModel;
  wrong: (path: string) => boolean;
  onChange: (actions: ActionForm[]) => void;
}) {
  const { t } = useI18n();
  const { actions, onChange } = props;
  return (
    <fieldset class="playbook-actions">
      <legend class="field-label">{t("playbooks.form.actions")}</legend>
      {actions.map((action, at) => (
        <fieldset key={at} class="builder-part">
          <legend class="field-label">{t("playbooks.form.action", { n: at + 1 })}</legend>
          <Select
            label={t("playbooks.form.kind")}
            value={action.type}
            options={ACTION_KINDS.map((value) => ({
              value,
              label: t(`playbooks.form.kind.${value}`),
            }))}
            onChange={(type) => onChange(actions.with(at, { ...action, type }))}
          />
          <ActionFields
            action={action}
            model={props.model}
            wrong={(field) => props.wrong(`actions[${at}].${field}`)}
            onChange={(next) => onChange(actions.with(at, next))}
          />
          {actions.length > 1 && (
            <div class="actions">
              <Button kind="quiet" icon="trash" onClick={() => onChange(actions.toSpliced(at, 1))}>
                {t("playbooks.form.removeAction", { n: at + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div class="actions">
        <Button
          icon="plus"
          disabled={actions.length >= MOST}
          onClick={() => onChange([...actions, newAction()])}
        >
          {t("playbooks.form.add")}
        </Button>
      </div>
    </fieldset>
  );
}

function ActionFields(props: {
  action: ActionForm;
  model: PlaybooksModel;
  wrong: (field: string) => boolean;
  onChange: (action: ActionForm) => void;
}) {
  const { t } = useI18n();
  const { action, model } = props;
  const put = (part: Partial<ActionForm>) => props.onChange({ ...action, ...part });
  const lack = (field: string) => (props.wrong(field) ? t("common.required") : undefined);
  const title = (
    <TitleField
      value={action.title}
      error={lack("title")}
      onInput={(text) => put({ title: text })}
    />
  );
  switch (action.type) {
    case "task":
      return (
        <>
          {title}
          <TextArea
            label={t("playbooks.form.note")}
            rows={2}
            value={action.note}
            onInput={(note) => put({ note })}
          />
          <div class="choices choices-top">
            <div class="choice">
              <Field
                label={t("playbooks.form.owner")}
                hint={t("playbooks.form.ownerHint")}
                value={action.owner}
                onInput={(owner) => put({ owner })}
              />
            </div>
            <div class="choice">
              <Field
                label={t("playbooks.form.due")}
                hint={t("playbooks.form.dueHint")}
                value={action.due}
                error={props.wrong("dueDays") ? t("playbooks.form.days") : undefined}
                onInput={(due) => put({ due })}
              />
            </div>
          </div>
        </>
      );
    case "alert":
      return (
        <>
          {title}
          <Select
            label={t("playbooks.form.level")}
            value={action.level}
            options={ALERT_LEVELS.map((value) => ({ value, label: t(`playbooks.level.${value}`) }))}
            onChange={(level) => put({ level })}
          />
        </>
      );
    case "assign":
      return (
        <Field
          label={t("playbooks.form.csm")}
          value={action.owner}
          error={lack("owner")}
          onInput={(owner) => put({ owner })}
        />
      );
    case "attribute":
      return (
        <>
          <GuideReach action={action} model={model} onChange={props.onChange} />
          <Field
            label={t("playbooks.form.attribute")}
            value={action.name}
            error={lack("name")}
            onInput={(name) => put({ name })}
          />
          <ValueFields
            n={1}
            value={action.value}
            wrong={props.wrong("value")}
            onChange={(value) => put({ value })}
            onRemove={undefined}
          />
          <p class="field-hint">{t("playbooks.form.valueHint")}</p>
        </>
      );
    case "webhook":
      return <MessageFields action={action} targets={model.targets.value} lack={lack} put={put} />;
  }
}
