import { useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";
import { useI18n } from "./i18n.tsx";

/** Adds something that needs no more than a name at first. */
export function AddNamed(props: {
  /** Of the button. */
  label: string;
  field: string;
  onAdd: (name: string) => void;
}) {
  const { t } = useI18n();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const add = () => {
    setTried(true);
    if (name.trim() === "") return;
    props.onAdd(name.trim());
    setName("");
    setTried(false);
  };
  return (
    <Form label={props.label} onSubmit={add}>
      <div class="choices">
        <div class="choice">
          <Field
            label={props.field}
            value={name}
            onInput={setName}
            error={tried && name.trim() === "" ? t("common.required") : undefined}
          />
        </div>
        <Button submit icon="plus">
          {props.label}
        </Button>
      </div>
    </Form>
  );
}
