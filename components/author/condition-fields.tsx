import { useState } from "preact/hooks";
import type { LeafForm } from "../../lib/draft/condition-form.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { type Option, Select } from "../ui/select.tsx";
import { type ChoiceKind, useChoices } from "./condition-names.ts";
import { splitDuration, UNITS } from "./condition-words.ts";

/** The fields of one kind of condition. */
export interface FieldsOf<T extends LeafForm["type"]> {
  form: Extract<LeafForm, { type: T }>;
  onChange: (form: LeafForm) => void;
  /** A field cannot be read. */
  isWrong: (field: string) => boolean;
}

interface FieldsProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  hint?: string;
  placeholder?: string;
}

export function options<const V extends string>(
  values: readonly V[],
  label: (value: V) => string,
): Option<V>[] {
  return values.map((value) => ({ value, label: label(value) }));
}

/** One of what is published, by its name; where nothing is, its id. What was chosen and is not there stays. */
export function ChoiceField(props: FieldsProps & { kind: ChoiceKind }) {
  const { t } = useI18n();
  const { value, kind } = props;
  const choices = useChoices()[kind];
  const error = /^[a-z0-9][a-z0-9._-]{0,63}$/.test(value) ? undefined : t("build.wrong.id");
  if (choices.length === 0) {
    return (
      <Field
        label={props.label}
        value={value}
        hint={t("build.nothingYet")}
        error={error}
        onInput={props.onChange}
      />
    );
  }
  const named = choices.map(({ id, name }) => ({ value: id, label: name }));
  const unknown = { value, label: t("say.unknown", { name: value }) };
  const isKnown = choices.some(({ id }) => id === value);
  return (
    <Select
      label={props.label}
      value={value}
      options={isKnown ? named : [unknown, ...named]}
      onChange={props.onChange}
    />
  );
}

export function NumberField(props: FieldsProps) {
  const { label, value, error, placeholder = "" } = props;
  return (
    <Field
      label={label}
      value={value}
      error={error}
      placeholder={placeholder}
      onInput={props.onChange}
      {...(props.hint && { hint: props.hint })}
    />
  );
}

/** "7d" as a number and its unit; empty where there is no number. */
export function DurationField(props: FieldsProps) {
  const { t } = useI18n();
  const { count, unit: written } = splitDuration(props.value);
  const [chosen, setChosen] = useState(written);
  const unit = props.value === "" ? chosen : written;
  const say = (next: string, inUnit: string) =>
    props.onChange(next === "" ? "" : `${next}${inUnit}`);
  return (
    <div class="builder-pair">
      <Field
        label={props.label}
        value={count}
        error={props.error}
        onInput={(text) => say(text, unit)}
        {...(props.hint && { hint: props.hint })}
      />
      <Select
        label={t("build.unitOf", { field: props.label })}
        labelHidden
        value={unit}
        options={options(UNITS, (one) => t(`build.unit.${one}`))}
        onChange={(next) => {
          setChosen(next);
          say(count, next);
        }}
      />
    </div>
  );
}
