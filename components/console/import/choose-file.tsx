import { useId, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Icon } from "../../ui/icon.tsx";
import { saveFile } from "../../ui/save-file.ts";
import type { ImportModel } from "./import-model.ts";
import { templateFile } from "./template.ts";

/** Where a file is chosen or dropped, with one to fill in. */
export function ChooseFile({ model }: { model: ImportModel }) {
  const { t, language } = useI18n();
  const id = useId();
  const [over, setOver] = useState(false);
  const of = model.of.value;
  const name = model.order.value?.name;
  const take = async (file: File | undefined) => {
    if (file) await model.open(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <>
      <p class="muted">{t(`customers.hint.${of}`)}</p>
      <label
        class={`file-drop${over ? " file-over" : ""}`}
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
        <Icon name="table" />
        <span>{name ?? t("customers.drop")}</span>
        {name && <span class="muted small">{t("customers.other")}</span>}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          class="visually-hidden"
          aria-describedby={`${id}-kinds`}
          onChange={(event) => {
            const input = event.currentTarget;
            // The same file, mended, can be chosen again.
            void take(input.files?.[0]).then(() => {
              input.value = "";
            });
          }}
        />
      </label>
      <div class="filter">
        <p class="muted small" id={`${id}-kinds`}>
          {t("customers.kinds")}
        </p>
        <Button
          icon="download"
          onClick={() => saveFile(`${of}.csv`, templateFile(of, language), "text/csv")}
        >
          {t("customers.template")}
        </Button>
      </div>
    </>
  );
}
