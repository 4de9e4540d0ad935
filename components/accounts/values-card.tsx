import { useState } from "preact/hooks";
import type { ValueSource } from "../../lib/model/account-value.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";
import { fieldName, valueText } from "./change-words.ts";
import { EDITED, textOf } from "./field-edit.ts";
import { FieldForm } from "./field-form.tsx";

/** Every value, where it came from and when, and what a sync said of one that a person corrected. */
export function ValuesCard({
  model,
  glance,
}: {
  model: AccountPageModel;
  glance: AccountAtGlance;
}) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const { account, stages } = glance;
  const [field, setField] = useState<string>("owner");
  const custom = Object.keys(account.custom)
    .sort()
    .map((name) => `custom.${name}`);
  const fields = [...EDITED, ...custom];
  const told = (name: string) =>
    name.startsWith("custom.")
      ? account.custom[name.slice(7)]
      : account[name as (typeof EDITED)[number]];
  const isUnknown = (name: string) => textOf(account, name) === "";
  const from = (source: ValueSource | undefined) =>
    source ? `${t(`account.source.${source.source}`)}, ${date(source.at)}` : "—";
  return (
    <Card title={t("account.values")} lead={t("account.valuesLead")}>
      <FieldForm model={model} glance={glance} field={field} fields={fields} onField={setField} />
      <Table
        caption={t("account.values")}
        columns={[
          { label: t("account.fieldName") },
          { label: t("account.fieldValue") },
          { label: t("account.fieldSource") },
        ]}
        rows={fields.map((name) => {
          const source = account.sources[name];
          return {
            key: name,
            cells: [
              <span key="field" class="named">
                {fieldName(i18n, name)}
              </span>,
              <span key="value" class={isUnknown(name) ? "muted" : undefined}>
                {isUnknown(name) ? t("account.unknown") : valueText(i18n, name, told(name), stages)}
              </span>,
              <span key="source" class="named-notes">
                {from(source)}
                {source?.held && (
                  <Held model={model} glance={glance} field={name} held={source.held} />
                )}
              </span>,
            ],
          };
        })}
      />
    </Card>
  );
}

/** A sync says otherwise than the correction: its word can be taken, and it is in charge again. */
function Held(props: {
  model: AccountPageModel;
  glance: AccountAtGlance;
  field: string;
  held: NonNullable<ValueSource["held"]>;
}) {
  const i18n = useI18n();
  const { t, date } = i18n;
  const { model, glance, field, held } = props;
  const value = valueText(i18n, field, held.value, glance.stages);
  const patch = field.startsWith("custom.")
    ? { custom: { [field.slice(7)]: held.value as string } }
    : { [field]: held.value };
  return (
    <>
      <span class="small">
        {t("account.held", {
          source: t(`account.source.${held.source}`),
          day: date(held.at),
          value,
        })}
      </span>
      <Button
        icon="undo"
        busy={model.busy.value}
        label={t("account.giveBackLabel", { field: fieldName(i18n, field) })}
        onClick={() => void model.giveBack(patch)}
      >
        {t("account.giveBack")}
      </Button>
    </>
  );
}
