import { type ValueForm, withOperator } from "../../lib/draft/condition-value.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { type FieldsOf, options } from "./condition-fields.tsx";

export const OPERATORS = ["eq", "ne", "in", "gt", "gte", "lt", "lte", "exists"] as const;

export function AttributeFields({ form, onChange, isWrong }: FieldsOf<"attribute">) {
  const { t } = useI18n();
  const setValue = (at: number, value: ValueForm) =>
    onChange({ ...form, values: form.values.with(at, value) });
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
      {form.op !== "exists" &&
        form.values.map((value, at) => (
          <ValueFields
            key={at}
            n={at + 1}
            value={value}
            wrong={isWrong(`values[${at}]`) || isWrong(`value[${at}]`) || isWrong("value")}
            onChange={(next) => setValue(at, next)}
            onRemove={
              form.list
                ? () => onChange({ ...form, values: form.values.toSpliced(at, 1) })
                : undefined
            }
          />
        ))}
      {form.op !== "exists" && form.list && (
        <div class="actions">
          <Button
            onClick={() =>
              onChange({ ...form, values: [...form.values, { kind: "text", text: "" }] })
            }
          >
            {t("build.value.add")}
          </Button>
        </div>
      )}
    </>
  );
}

export function ValueFields(props: {
  n: number;
  value: ValueForm;
  wrong: boolean;
  onChange: (value: ValueForm) => void;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useI18n();
  const { n, value } = props;
  const setKind = (kind: ValueForm["kind"]) =>
    props.onChange({ kind, text: kind === "boolean" ? "true" : value.text });
  return (
    <div class="builder-pair">
      {value.kind === "boolean" ? (
        <Select
          label={t("build.value.n", { n })}
          value={value.text === "false" ? "false" : "true"}
          options={options(["true", "false"], (one) => t(one === "true" ? "say.yes" : "say.no"))}
          onChange={(text) => props.onChange({ ...value, text })}
        />
      ) : (
        <Field
          label={t("build.value.n", { n })}
          value={value.text}
          error={props.wrong ? t("build.wrong.value") : undefined}
          onInput={(text) => props.onChange({ ...value, text })}
        />
      )}
      <Select
        label={t("build.value.kindN", { n })}
        labelHidden
        value={value.kind}
        options={options(["text", "number", "boolean"], (kind) => t(`build.value.${kind}`))}
        onChange={setKind}
      />
      {props.onRemove && (
        <Button
          kind="quiet"
          label={`${t("build.remove")}: ${t("build.value.n", { n })}`}
          onClick={props.onRemove}
        >
          {t("build.remove")}
        </Button>
      )}
    </div>
  );
}
