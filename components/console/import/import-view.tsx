import { Card } from "../../ui/card.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Report, type ReportContext } from "../report-card.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { EarlierCard } from "./earlier-card.tsx";
import type { ImportModel } from "./import-model.ts";
import { ImportProblem } from "./import-problem.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { ReportView } from "./report-view.tsx";
import { WouldCard } from "./would-card.tsx";

/** The way in for customers: a file is chosen, read, looked over, taken, and can be taken back. */
export function ImportView(props: { model: ImportModel; context: ReportContext }) {
  const { t } = useI18n();
  const { model, context } = props;
  const report = model.report.value;
  if (report) return <ReportView {...props} report={report} />;
  const order = model.order.value;
  return (
    <div class="stack">
      <Card title={t("customers.title")} lead={t("customers.lead")}>
        <Segmented
          label={t("customers.of")}
          value={model.of.value}
          options={(["accounts", "users"] as const).map((value) => ({
            value,
            label: t(`customers.of.${value}`),
          }))}
          onChange={model.choose}
        />
        <ChooseFile model={model} />
      </Card>
      {order === null ? (
        <>
          <ImportProblem model={model} context={context} />
          <EarlierCard {...props} />
        </>
      ) : (
        <FileView {...props} />
      )}
    </div>
  );
}

function FileView(props: { model: ImportModel; context: ReportContext }) {
  const { model, context } = props;
  const view = model.preview.view.value;
  // A file in which nothing can be read is the file's fault: it says so instead of "try again".
  if (view.state === "failed" && view.error.problems) {
    return <ImportProblem model={model} context={context} error={view.error} />;
  }
  return (
    <Report resource={model.preview} context={context}>
      {(preview) => (
        <div class="stack">
          <ReadingCard model={model} preview={preview} />
          <ImportProblem model={model} context={context} />
          {preview.problems.length === 0 && <WouldCard model={model} preview={preview} />}
        </div>
      )}
    </Report>
  );
}
