import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { type FieldsOf, NumberField, options } from "./condition-fields.tsx";

export function ElementFields({ form, onChange, isWrong }: FieldsOf<"element">) {
  const { t } = useI18n();
  return (
    <>
      <Field
        label={t("build.field.selector")}
        value={form.selector}
        error={isWrong("selector") ? t("build.wrong.selector") : undefined}
        onInput={(selector) => onChange({ ...form, selector })}
      />
      <Select
        label={t("build.field.state")}
        value={form.state}
        options={options(["present", "absent", "more"], (state) => t(`build.state.${state}`))}
        onChange={(state) => onChange({ ...form, state })}
      />
      {form.state !== "absent" && (
        <NumberField
          label={t("build.field.min")}
          placeholder="1"
          value={form.min}
          error={isWrong("min") ? t("build.wrong.times") : undefined}
          onChange={(min) => onChange({ ...form, min })}
        />
      )}
    </>
  );
}
