import { useState } from "preact/hooks";
import type { AccountImport } from "../../../lib/model/account-import.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Notice } from "../../ui/notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { NO_QUERY, writeAddress } from "../address.ts";
import type { ReportContext } from "../report-card.tsx";
import { CountStats } from "./count-stats.tsx";
import type { ImportModel } from "./import-model.ts";
import { ImportProblem } from "./import-problem.tsx";
import { RowsTable } from "./rows-table.tsx";

/** Rows in sight; the file of the report has all. */
const SHOWN = 200;

/** What became of each row of a file, where to go from here, and the way back. */
export function ReportView(props: {
  model: ImportModel;
  context: ReportContext;
  report: AccountImport;
}) {
  const { t, dateTime } = useI18n();
  const { model, context, report } = props;
  const undone = model.undone.value;
  const rows = report.rows.toSorted(
    (a, b) => Number(b.outcome === "refused") - Number(a.outcome === "refused"),
  );
  return (
    <div class="stack">
      <div class="actions">
        <Button kind="quiet" icon="back" onClick={model.close}>
          {t("customers.back")}
        </Button>
      </div>
      <Card
        title={t("customers.done", { name: report.name })}
        lead={t("customers.doneAt", { when: dateTime(report.at), by: report.by })}
        {...(report.undoneAt !== null && { aside: <Badge>{t("customers.undone")}</Badge> })}
      >
        <CountStats of={report} />
        <ImportProblem model={model} context={context} />
        {undone && (
          <Notice tone="neutral" live>
            <p>
              {t("customers.undoneNote", {
                restored: String(undone.restored),
                archived: String(undone.archived),
                kept: String(undone.kept),
              })}
            </p>
          </Notice>
        )}
        <p role="status" class="muted">
          {model.health.value && t(`customers.health.${model.health.value}`)}
        </p>
        <ReportActions model={model} report={report} />
        <RowsTable rows={rows.slice(0, SHOWN)} />
        {rows.length > SHOWN && <p class="muted small">{t("customers.shown", { count: SHOWN })}</p>}
      </Card>
    </div>
  );
}

function ReportActions({ model, report }: { model: ImportModel; report: AccountImport }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  return (
    <div class="actions">
      <a
        class="button button-primary"
        href={writeAddress({ section: "health", id: null, query: NO_QUERY })}
      >
        {t("customers.health")}
      </a>
      {report.of === "accounts" && (
        <Button icon="person" onClick={() => model.choose("users")}>
          {t("customers.next")}
        </Button>
      )}
      <Button
        icon="download"
        onClick={() =>
          void model.file(report.id).then((text) => {
            if (text !== null) saveFile("import-report.csv", text, "text/csv");
          })
        }
      >
        {t("customers.report")}
      </Button>
      {report.undoneAt === null && (
        <Button icon="undo" busy={model.busy.value} onClick={() => setAsking(true)}>
          {t("customers.undo")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t("customers.undo")}
        confirm={t("customers.undo")}
        busy={model.busy.value}
        onConfirm={() => void model.undo(report.id).then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        {t("customers.undoBody")}
      </ConfirmDialog>
    </div>
  );
}
