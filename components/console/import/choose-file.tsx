import { useId } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { saveFile } from "../../ui/save-file.ts";
import type { ImportModel } from "./import-model.ts";
import { templateFile } from "./template.ts";

/** Where a file is chosen or dropped, with one to fill in. */
export function ChooseFile({ model }: { model: ImportModel }) {
  const { t, language } = useI18n();
  const id = useId();
  const of = model.of.value;
  const name = model.order.value?.name;
  return (
    <>
      <p class="muted">{t(`customers.hint.${of}`)}</p>
      <FileDrop
        roomy
        icon="table"
        label={name ?? t("customers.drop")}
        note={name && t("customers.other")}
        accept=".csv,.tsv,.txt,text/csv"
        describedBy={`${id}-kinds`}
        onFile={(file) => void model.open(file)}
      />
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
