import type {
  CsvDelimiter,
  CsvEncoding,
  ImportPreview,
} from "../../../lib/model/account-import.ts";
import { Card } from "../../ui/card.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Select } from "../../ui/select.tsx";
import { useFieldOptions } from "./field-options.ts";
import type { ImportModel } from "./import-model.ts";
import { useFileProblem } from "./problem-words.ts";

const ENCODINGS: readonly CsvEncoding[] = ["utf-8", "utf-16le", "windows-1251", "windows-1252"];
const DELIMITERS: readonly (readonly [CsvDelimiter, "comma" | "semicolon" | "tab" | "bar"])[] = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
];

/** How the file was read, and what its columns are taken for; everything can be said otherwise. */
export function ReadingCard({ model, preview }: { model: ImportModel; preview: ImportPreview }) {
  const { t } = useI18n();
  const words = useFileProblem();
  const fieldOptions = useFieldOptions(model.of.value);
  const { columns, problems, dates } = preview;
  return (
    <Card title={t("customers.reading")}>
      {problems.length > 0 && (
        <Notice tone="warning" title={t("customers.mend")} live>
          {problems.map((problem) => (
            <p key={problem.path}>{words(problem)}</p>
          ))}
        </Notice>
      )}
      {dates === "?" && (
        <Notice tone="warning" live>
          <p>{t("customers.datesAsk")}</p>
        </Notice>
      )}
      <div class="choices">
        <Select
          label={t("customers.delimiter")}
          value={preview.delimiter}
          options={DELIMITERS.map(([value, name]) => ({
            value,
            label: t(`customers.delimiter.${name}`),
          }))}
          onChange={(delimiter) => void model.change({ delimiter })}
        />
        <Select
          label={t("customers.encoding")}
          value={preview.encoding}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(encoding) => void model.change({ encoding })}
        />
        {dates !== null && <DatesChoice model={model} dates={dates} />}
        {columns.some(({ field }) => field === "mrr" || field === "arr") && (
          <CurrencyChoice model={model} />
        )}
        {(preview.held > 0 || model.order.value?.overwrite) && <CorrectionsChoice model={model} />}
      </div>
      <ul class="rows file-columns" aria-label={t("customers.columns")}>
        {columns.map(({ name, field, samples }, at) => (
          <li key={`${at}-${name}`}>
            <div class="row">
              <div class="row-text">
                <span class="row-title">{name || t("customers.noHeading")}</span>
                <span class="row-note">{samples.join(" · ") || t("customers.noSamples")}</span>
              </div>
              <Select
                label={t("customers.columnIs", { name: name || String(at + 1) })}
                labelHidden
                value={field ?? ""}
                options={fieldOptions(name, field)}
                onChange={(chosen) => void model.nameColumn(at, chosen === "" ? null : chosen)}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DatesChoice({ model, dates }: { model: ImportModel; dates: "dmy" | "mdy" | "?" }) {
  const { t } = useI18n();
  const known = (["dmy", "mdy"] as const).map((value) => ({
    value,
    label: t(`customers.dates.${value}`),
  }));
  return (
    <Select<"dmy" | "mdy" | "?">
      label={t("customers.dates")}
      value={dates}
      options={dates === "?" ? [{ value: "?", label: t("customers.dates.ask") }, ...known] : known}
      onChange={(value) => {
        if (value !== "?") void model.change({ dates: value });
      }}
    />
  );
}

function CurrencyChoice({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  return (
    <Select
      label={t("customers.currency")}
      value={model.order.value?.currency ?? ""}
      options={[
        { value: "", label: t("customers.currency.none") },
        ...Intl.supportedValuesOf("currency").map((value) => ({ value, label: value })),
      ]}
      onChange={(value) => void model.change({ currency: value === "" ? undefined : value })}
    />
  );
}

function CorrectionsChoice({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  return (
    <Select
      label={t("customers.corrections")}
      value={model.order.value?.overwrite ? "overwrite" : "keep"}
      options={(["keep", "overwrite"] as const).map((value) => ({
        value,
        label: t(`customers.corrections.${value}`),
      }))}
      onChange={(value) => void model.change({ overwrite: value === "overwrite" })}
    />
  );
}
