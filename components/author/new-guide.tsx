import { useState } from "preact/hooks";
import { BLANK_KINDS, type BlankKind } from "../../lib/draft/new-guide.ts";
import { MESSAGES } from "../../lib/i18n/messages.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { MyGuidesModel } from "./my-guides-model.ts";

/** Begins a guide in the language of the interface. */
export function NewGuide(props: { model: MyGuidesModel; onOpen: (guide: string) => void }) {
  const { t, language } = useI18n();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<BlankKind>("tour");
  const [tried, setTried] = useState(false);
  if (!open) {
    return (
      <div class="actions">
        <Button kind="primary" icon="plus" onClick={() => setOpen(true)}>
          {t("authoring.new")}
        </Button>
      </div>
    );
  }
  const create = async () => {
    setTried(true);
    if (!name.trim()) return;
    const firstStep = MESSAGES[language]["authoring.firstStep"] as string;
    const id = await props.model.create(
      kind,
      { [language]: name.trim().slice(0, 500) },
      { [language]: firstStep },
    );
    props.onOpen(id);
  };
  return (
    <Form label={t("authoring.new")} onSubmit={() => void create()}>
      <Field
        label={t("authoring.newName")}
        value={name}
        onInput={setName}
        error={tried && !name.trim() ? t("authoring.required") : undefined}
      />
      <Select
        label={t("authoring.newKind")}
        value={kind}
        options={BLANK_KINDS.map((value) => ({ value, label: t(`editor.kind.${value}`) }))}
        onChange={setKind}
      />
      <div class="actions">
        <Button submit kind="primary">
          {t("authoring.create")}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {t("common.cancel")}
        </Button>
      </div>
    </Form>
  );
}
