import { useId } from "preact/hooks";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { type ChoiceKind, useChoices } from "./condition-names.ts";
import { IdField } from "./editor-fields.tsx";

/** One of what is published, or none; where nothing is, its id. What was chosen and is not there stays. */
export function NamedField(props: {
  label: string;
  hint: string;
  kind: ChoiceKind;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useI18n();
  const id = useId();
  const { kind, value, ...rest } = props;
  const choices = useChoices()[kind];
  if (choices.length === 0) return <IdField {...rest} value={value} />;
  const isKnown = value === undefined || choices.some((one) => one.id === value);
  const unknown = isKnown ? [] : [{ value, label: t("say.unknown", { name: value }) }];
  return (
    <div class="field">
      <Select
        label={props.label}
        describedBy={id}
        value={value ?? ""}
        options={[
          { value: "", label: t("build.none") },
          ...unknown,
          ...choices.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(chosen) => props.onChange(chosen === "" ? undefined : chosen)}
      />
      <p class="field-hint" id={id}>
        {props.hint}
      </p>
    </div>
  );
}
