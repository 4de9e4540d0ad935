import { useState } from "preact/hooks";
import { freeId } from "../../../lib/draft/free-id.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useI18n } from "../../ui/i18n.tsx";

/** A new segment by its name; its id is made of that where it can be. */
export function AddSegment(props: {
  taken: readonly string[];
  onAdd: (id: string, name: Record<string, string>) => void;
}) {
  const { t, language } = useI18n();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const add = () => {
    setTried(true);
    if (name.trim() === "") return;
    props.onAdd(freeId(name, new Set(props.taken), "segment"), { [language]: name.trim() });
    setName("");
    setTried(false);
  };
  return (
    <Form label={t("health.addSegment")} onSubmit={add}>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("health.newSegment")}
            value={name}
            onInput={setName}
            error={tried && name.trim() === "" ? t("common.required") : undefined}
          />
        </div>
        <Button submit icon="plus">
          {t("health.addSegment")}
        </Button>
      </div>
    </Form>
  );
}
