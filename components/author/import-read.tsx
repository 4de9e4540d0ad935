import { languageName } from "../console/language-name.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { ImportFindings } from "./import-findings.tsx";
import { ImportProblems } from "./import-problems.tsx";
import type { ImportModel, ImportStage, ReadGuide } from "./import-state.ts";

const LOCALES = "en ru de es fr it nl pl pt pt-BR tr uk zh ja ko ar".split(" ");

/** What is in a file, what of it did not come along, and how the guide will be called. */
export function ImportRead(props: {
  model: ImportModel;
  stage: Extract<ImportStage, { at: "read" }>;
}) {
  const { t } = useI18n();
  const { model, stage } = props;
  const { guide } = stage;
  return (
    <>
      {stage.tours.length > 1 && (
        <Select
          label={t("import.several")}
          value={String(stage.chosen)}
          options={stage.tours.map(({ name, format, place }, index) => ({
            value: String(index),
            label: t("import.tour", {
              name: name ?? t("import.unnamed"),
              format: t(`import.format.${format}`),
              line: String(place.line),
            }),
          }))}
          onChange={(chosen) => model.choose(Number(chosen))}
        />
      )}
      {guide ? (
        <Guide model={model} stage={stage} guide={guide} />
      ) : (
        <ImportProblems file={stage.file || t("import.pasted")} problems={stage.problems} />
      )}
    </>
  );
}

function Guide(props: {
  model: ImportModel;
  stage: Extract<ImportStage, { at: "read" }>;
  guide: ReadGuide;
}) {
  const { t, wanted } = useI18n();
  const { model, stage, guide } = props;
  const { imported, name, locale, asksLocale } = guide;
  const format = stage.tours[stage.chosen]?.format ?? "waymark";
  const locales = LOCALES.includes(locale) ? LOCALES : [locale, ...LOCALES];
  return (
    <>
      <p>
        {t(`import.format.${format}`)}: {t("import.steps", { count: imported.guide.steps.length })},{" "}
        {t("import.targets", { count: imported.targets.length })}
      </p>
      <ImportFindings findings={imported.findings} />
      <Form label={t("import.keep")} onSubmit={() => void model.keep()}>
        <Field
          label={t("import.name")}
          value={name}
          required
          error={model.problem.value === "name" ? t("import.nameMissing") : undefined}
          onInput={model.rename}
        />
        {asksLocale && (
          <Select
            label={t("import.locale")}
            value={locale}
            options={locales.map((value) => ({ value, label: languageName(value, wanted) }))}
            onChange={model.speak}
          />
        )}
        <div class="actions">
          <Button kind="primary" submit busy={model.busy.value === "keep"}>
            {t("import.keep")}
          </Button>
        </div>
      </Form>
    </>
  );
}
