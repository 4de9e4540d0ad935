import { useState } from "preact/hooks";
import { Condition } from "../../lib/model/condition.ts";
import { parseJson } from "../../lib/model/parse.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { ConditionBuilder, type ConditionBuilderProps } from "./condition-builder.tsx";
import { JsonField } from "./json-field.tsx";

/** A condition of a guide: in sentences, and, for who would rather copy one, as JSON. */
export function ConditionField(props: ConditionBuilderProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <div class="field condition-field">
      <ConditionBuilder {...props} />
      <Disclosure title={t("editor.json.title")} open={open} onToggle={() => setOpen(!open)}>
        <JsonField<Condition>
          label={t("editor.json.of", { what: props.label })}
          read={(text) => parseJson(Condition, text)}
          value={props.value}
          onChange={props.onChange}
          {...(props.required && { required: true })}
        />
      </Disclosure>
    </div>
  );
}
