import type { LeafForm } from "../../lib/draft/condition-form.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { ChoiceField, DurationField, NumberField } from "./condition-fields.tsx";
import { LEAF_FIELDS, type LeafField, type ListedForm } from "./condition-leaf-fields.ts";

interface ListedFieldsProps {
  form: ListedForm;
  onChange: (form: LeafForm) => void;
  isWrong: (field: string) => boolean;
  /** Only what a running step can see. */
  result: boolean;
}

/** The fields of a condition that are a list. */
export function ListedFields({ form, onChange, isWrong, result }: ListedFieldsProps) {
  const written: Readonly<Record<string, string>> = form;
  const fields: readonly LeafField[] = LEAF_FIELDS[form.type];
  return (
    <>
      {fields
        .filter((field) => !(result && "ever" in field))
        .map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={written[field.name] ?? ""}
            isWrong={isWrong(field.name)}
            onChange={(value) => onChange({ ...form, [field.name]: value })}
          />
        ))}
    </>
  );
}

function OneField(props: {
  field: LeafField;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}) {
  const { t } = useI18n();
  const { field, value, isWrong, onChange } = props;
  const common = { label: t(field.label), value, onChange };
  switch (field.as) {
    case "choice":
      return <ChoiceField {...common} kind={field.of} />;
    case "number":
      return (
        <NumberField
          {...common}
          placeholder={field.placeholder ?? ""}
          error={isWrong ? t(field.wrong) : undefined}
        />
      );
    case "duration":
      return (
        <DurationField
          {...common}
          {...(field.ever && { hint: t("build.hint.ever") })}
          error={isWrong ? t("build.wrong.duration") : undefined}
        />
      );
    case "select": {
      const options = Object.entries(field.of).map(([one, label]) => ({
        value: one,
        label: t(label),
      }));
      const known = options.some((one) => one.value === value);
      return (
        <Select {...common} value={known ? value : (options[0]?.value ?? "")} options={options} />
      );
    }
  }
}
