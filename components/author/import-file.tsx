import { useId, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import type { ImportModel } from "./import-state.ts";

/** Where a file is chosen or dropped, or its text pasted. */
export function ImportFile({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);

  const take = async (file: File | undefined) => {
    if (file) await model.read(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <div class="stack">
      <label
        class={`import-drop${over ? " import-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <Icon name="download" />
        <span>{t("import.drop")}</span>
        <input
          type="file"
          class="visually-hidden"
          aria-describedby={`${id}-kinds`}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
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
