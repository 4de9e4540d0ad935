import { type ValueForm, withAnother } from "../../lib/draft/condition-value.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { type Option, Select } from "../ui/select.tsx";
import { type FieldsOf, options } from "./condition-fields.tsx";

/** With what something is compared: one value, or as many as wished where it may be any of them. */
export function ValueList(
  props: FieldsOf<"attribute"> & {
    /** The only values there are, by their names. */
    words?: readonly Option<string>[] | null;
  },
) {
  const { t } = useI18n();
  const { form, onChange, isWrong, words = null } = props;
  if (form.op === "exists") return null;
  const put = (values: ValueForm[]) => onChange({ ...form, values });
  return (
    <>
      {form.values.map((value, at) => (
        <ValueFields
          key={at}
          n={at + 1}
          value={value}
          words={words}
          wrong={isWrong(`values[${at}]`) || isWrong(`value[${at}]`) || isWrong("value")}
          onChange={(next) => put(form.values.with(at, next))}
          onRemove={form.list ? () => put(form.values.toSpliced(at, 1)) : undefined}
        />
      ))}
      {form.list && (
        <div class="actions">
          <Button
            onClick={() => put(withAnother(form.values, words?.map(({ value }) => value) ?? null))}
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
  /** The only values there are, by their names. */
  words?: readonly Option<string>[] | null;
  wrong: boolean;
  onChange: (value: ValueForm) => void;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useI18n();
  const { n, value } = props;
  const setKind = (kind: ValueForm["kind"]) =>
    props.onChange({ kind, text: kind === "boolean" ? "true" : value.text });
  const label = t("build.value.n", { n });
  return (
    <div class="builder-pair">
      {props.words ? (
        <Select<string>
          label={label}
          value={value.text}
          options={props.words}
          onChange={(text) => props.onChange({ kind: "text", text })}
        />
      ) : value.kind === "boolean" ? (
        <Select
          label={label}
          value={value.text === "false" ? "false" : "true"}
          options={options(["true", "false"], (one) => t(one === "true" ? "say.yes" : "say.no"))}
          onChange={(text) => props.onChange({ ...value, text })}
        />
      ) : (
        <Field
          label={label}
          value={value.text}
          error={props.wrong ? t("build.wrong.value") : undefined}
          onInput={(text) => props.onChange({ ...value, text })}
        />
      )}
      {!props.words && (
        <Select
          label={t("build.value.kindN", { n })}
          labelHidden
          value={value.kind}
          options={options(["text", "number", "boolean"], (kind) => t(`build.value.${kind}`))}
          onChange={setKind}
        />
      )}
      {props.onRemove && (
        <Button kind="quiet" label={`${t("build.remove")}: ${label}`} onClick={props.onRemove}>
          {t("build.remove")}
        </Button>
      )}
    </div>
  );
}
