import { useState } from "preact/hooks";
import { TouchModel } from "../../lib/model/account-value.ts";
import { localize } from "../../lib/model/locale.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { type Option, Select } from "../ui/select.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";
import { fieldName } from "./change-words.ts";
import { DAY_FIELDS, editOf, textOf } from "./field-edit.ts";

/** Corrects one value by hand. */
export function FieldForm(props: {
  model: AccountPageModel;
  glance: AccountAtGlance;
  field: string;
  fields: readonly string[];
  onField: (field: string) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { model, glance, field } = props;
  const before = textOf(glance.account, field);
  // What was typed belongs to one field, and is gone when it was saved.
  const [typed, setTyped] = useState<{ of: string; text: string; tried: boolean } | null>(null);
  const { text, tried } = typed?.of === field ? typed : { text: before, tried: false };
  const setText = (next: string) => setTyped({ of: field, text: next, tried });
  const edit = editOf(glance.account, field, text);
  const options = useOptions(field, glance);
  const save = async () => {
    setTyped({ of: field, text, tried: true });
    if (!edit.ok || text.trim() === before) return;
    if (await model.change(edit.patch)) setTyped(null);
  };
  return (
    <Form label={t("account.correct")} onSubmit={() => void save()}>
      <div class="choices">
        <div class="choice">
          <Select
            label={t("account.correct")}
            value={field}
            options={props.fields.map((value) => ({ value, label: fieldName(i18n, value) }))}
            onChange={props.onField}
          />
        </div>
        <div class="choice">
          {options ? (
            <Select
              label={t("account.newValue")}
              value={text}
              options={options}
              onChange={setText}
            />
          ) : (
            <Field
              label={t("account.newValue")}
              value={text}
              onInput={setText}
              {...(DAY_FIELDS.includes(field) && { placeholder: "2026-11-30" })}
              {...(field === "mrr" && { placeholder: "1200 EUR" })}
              error={tried && !edit.ok ? t(`account.wrong.${edit.error}`) : undefined}
            />
          )}
        </div>
        <Button submit busy={model.busy.value} disabled={text.trim() === before}>
          {t("account.save")}
        </Button>
      </div>
    </Form>
  );
}

/** Of a field that has only a few values. */
function useOptions(field: string, { stages }: AccountAtGlance): Option<string>[] | null {
  const { t, wanted } = useI18n();
  const unknown = { value: "", label: t("account.unknown") };
  switch (field) {
    case "stage":
      return [
        unknown,
        ...stages.map(({ id, name }) => ({ value: id, label: localize(name, wanted) })),
      ];
    case "touchModel":
      return [
        unknown,
        ...TouchModel.options.map((value) => ({ value, label: t(`accounts.touchModel.${value}`) })),
      ];
    case "churnKind":
      return [
        unknown,
        ...(["voluntary", "involuntary"] as const).map((value) => ({
          value,
          label: t(`account.churnKind.${value}`),
        })),
      ];
    default:
      return null;
  }
}
