import { withOperator } from "../../lib/draft/condition-value.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { type FieldsOf, options } from "./condition-fields.tsx";
import { ValueList } from "./condition-values.tsx";

export const OPERATORS = ["eq", "ne", "in", "gt", "gte", "lt", "lte", "exists"] as const;

export function AttributeFields({ form, onChange, isWrong }: FieldsOf<"attribute">) {
  const { t } = useI18n();
  return (
    <>
      <Select
        label={t("build.field.of")}
        value={form.of}
        options={options(["user", "account"], (of) => t(`build.field.${of}`))}
        onChange={(of) => onChange({ ...form, of })}
      />
      <Field
        label={t("build.field.name")}
        value={form.name}
        error={isWrong("name") ? t("build.wrong.name") : undefined}
        onInput={(name) => onChange({ ...form, name })}
      />
      <Select
        label={t("build.field.op")}
        value={form.op}
        options={options(OPERATORS, (op) => t(`build.op.${op}`))}
        onChange={(op) => onChange(withOperator(form, op))}
      />
      <ValueList form={form} onChange={onChange} isWrong={isWrong} />
    </>
  );
}
