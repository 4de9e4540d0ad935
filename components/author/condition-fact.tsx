import { type AttributeForm, valueForm, withOperator } from "../../lib/draft/condition-value.ts";
import { ACCOUNT_FACTS, FACT_VALUES } from "../../lib/model/account-fact.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { nameOfValue } from "./account-sentence.ts";
import { OPERATORS } from "./condition-attribute.tsx";
import { type FieldsOf, options } from "./condition-fields.tsx";
import { useChoices } from "./condition-names.ts";
import { ValueList } from "./condition-values.tsx";

const OWN = ["custom", "module"] as const;

/** What is asked about an account: something that is known of every one, an attribute of one's own, or a module. */
export function FactFields({ form, onChange, isWrong }: FieldsOf<"attribute">) {
  const { t } = useI18n();
  const { facts = [] } = useChoices();
  const fact = ACCOUNT_FACTS.find((one) => one === form.name);
  const own = OWN.find((kind) => form.name.startsWith(`${kind}.`)) ?? "custom";
  const kind = fact && FACT_VALUES[fact];
  const words = Array.isArray(kind)
    ? kind.map((value: string) => ({
        value,
        label: nameOfValue(form.name, value, { t }) ?? value,
      }))
    : null;
  return (
    <>
      <Select<string>
        label={t("fact.what")}
        value={fact ?? own}
        options={[
          ...facts.map(({ id, name }) => ({ value: id, label: name })),
          { value: "custom", label: t("fact.ofCustom") },
          { value: "module", label: t("fact.ofModule") },
        ]}
        onChange={(name) => onChange(beginWith(form, name))}
      />
      {!fact && (
        <Field
          label={t(own === "module" ? "fact.moduleName" : "fact.customName")}
          value={form.name.slice(own.length + 1)}
          error={isWrong("name") ? t("build.wrong.name") : undefined}
          onInput={(name) => onChange({ ...form, name: `${own}.${name}` })}
        />
      )}
      <Select
        label={t("build.field.op")}
        value={form.op}
        options={options(OPERATORS, (op) => t(`build.op.${op}`))}
        onChange={(op) => onChange(withOperator(form, op))}
      />
      <ValueList form={form} onChange={onChange} isWrong={isWrong} words={words} />
    </>
  );
}

/** A question about this fact that makes sense to begin with. */
function beginWith(form: AttributeForm, name: string): AttributeForm {
  const fact = ACCOUNT_FACTS.find((one) => one === name);
  const begin = (op: AttributeForm["op"], value: string | number | boolean): AttributeForm => ({
    ...form,
    of: "account",
    name: fact ?? `${name}.name`,
    op,
    list: false,
    values: [valueForm(value)],
  });
  const kind = fact ? FACT_VALUES[fact] : name === "module" ? "boolean" : "text";
  if (kind === "number") return begin("gte", 1);
  if (kind === "boolean") return begin("eq", true);
  return begin("eq", Array.isArray(kind) ? (kind[0] ?? "") : "");
}
