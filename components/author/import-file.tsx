import { useId, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { ImportModel } from "./import-state.ts";

/** Where a file is chosen or dropped, or its text pasted. */
export function ImportFile({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState("");

  const take = async (file: File) =>
    model.read(file.name, new Uint8Array(await file.arrayBuffer()));
  return (
    <div class="stack">
      <FileDrop
        icon="download"
        label={t("import.drop")}
        describedBy={`${id}-kinds`}
        onFile={(file) => void take(file)}
      />
      <p class="muted small" id={`${id}-kinds`}>
        {t("import.kinds")}
      </p>
      <Form onSubmit={() => void model.read("", new TextEncoder().encode(text))}>
        <div class="field">
          <label class="field-label" for={`${id}-text`}>
            {t("import.paste")}
          </label>
          <textarea
            id={`${id}-text`}
            class="input import-text"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="actions">
          <Button submit disabled={text.trim() === ""}>
            {t("import.read")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
