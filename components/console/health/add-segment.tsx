import { useState } from "preact/hooks";
import { Id } from "../../../lib/model/primitives.ts";
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
    props.onAdd(idFor(name, props.taken), { [language]: name.trim() });
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

function idFor(name: string, taken: readonly string[]): string {
  const made = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);
  const base = Id.safeParse(made).success ? made : "segment";
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}
