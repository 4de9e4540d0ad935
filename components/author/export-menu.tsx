import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { assetsOf } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import { pickLocale } from "../../lib/model/locale.ts";
import { languageName } from "../console/language-name.ts";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { EXPORT_FORMATS, type ExportFormat, FORMAT_TRAITS } from "./export-format.ts";
import { createExportModel, type LoadPicture, type SaveFile } from "./export-model.ts";
import { ExportStatus } from "./export-status.tsx";
import { type MakeFile, makeInWorker } from "./make-in-worker.ts";

export interface ExportMenuProps {
  guide: Guide;
  loadPicture: LoadPicture;
  save: SaveFile;
  /** Default: all. */
  formats?: readonly ExportFormat[];
  /** Default: in a worker of the page. */
  make?: MakeFile;
}

/** Saves a guide as a file: which format, in which language, with or without pictures. */
export function ExportMenu(props: ExportMenuProps) {
  const { guide, loadPicture, save, formats = EXPORT_FORMATS, make = makeInWorker } = props;
  const { t, wanted } = useI18n();
  const model = useMemo(
    () => createExportModel({ loadPicture, save, make, now: () => Date.now() }),
    [loadPicture, save, make],
  );
  useEffect(() => () => model.cancel(), [model]);
  const locales = localesOf(guide);
  const format = useSignal<ExportFormat>(formats[0] ?? "pdf");
  const locale = useSignal(pickLocale(locales, wanted));
  const withPictures = useSignal(true);
  const { oneLanguage, pictures } = FORMAT_TRAITS[format.value];
  const busy = model.busy.value;
  const choice = () => ({
    format: format.value,
    locale: locale.value,
    withPictures: withPictures.value,
  });
  return (
    <div class="export">
      <Form label={t("export.open")} onSubmit={() => void (busy || model.run(guide, choice()))}>
        <Select
          label={t("export.format")}
          value={format.value}
          options={formats.map((value) => ({ value, label: t(`export.format.${value}`) }))}
          onChange={(value) => (format.value = value)}
        />
        <p class="muted small">{t(`export.about.${format.value}`)}</p>
        {oneLanguage && locales.length > 1 && (
          <Select
            label={t("export.language")}
            value={locale.value}
            options={locales.map((value) => ({ value, label: languageName(value, wanted) }))}
            onChange={(value) => (locale.value = value)}
          />
        )}
        {pictures && assetsOf(guide).length > 0 && (
          <Segmented
            label={t("export.pictures")}
            value={withPictures.value ? "with" : "without"}
            options={[
              { value: "with", label: t("export.pictures.with") },
              { value: "without", label: t("export.pictures.without") },
            ]}
            onChange={(value) => (withPictures.value = value === "with")}
          />
        )}
        <div class="actions">
          <Button kind="primary" icon="download" submit busy={busy}>
            {t("export.save")}
          </Button>
          {busy && <Button onClick={model.cancel}>{t("common.cancel")}</Button>}
        </div>
      </Form>
      <ExportStatus state={model.state.value} />
    </div>
  );
}

/** Every language that some of it is in, the guide's name first. */
function localesOf({ name, steps }: Guide): string[] {
  const all = [name, ...steps.flatMap(({ title, body }) => [title, body])];
  return [...new Set(all.flatMap((texts) => Object.keys(texts)))];
}
