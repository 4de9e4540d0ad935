import type { ImportedRow } from "../../../lib/model/account-import.ts";
import { Badge } from "../../ui/badge.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Table } from "../../ui/table.tsx";
import { useFieldName } from "./field-options.ts";
import { useRowProblem } from "./row-problem.ts";

const TONES = {
  made: "success",
  changed: "success",
  unchanged: "neutral",
  refused: "danger",
} as const;

/** What becomes of rows: which fields change, what stays, and what is wrong and how to mend it. */
export function RowsTable({ rows }: { rows: readonly ImportedRow[] }) {
  const { t, number } = useI18n();
  return (
    <Table
      caption={t("customers.rows")}
      columns={[
        { label: t("customers.id"), note: t("customers.line") },
        { label: t("customers.what") },
      ]}
      rows={rows.map((row) => ({
        key: String(row.line),
        cells: [
          <span key="row" class="file-row">
            <span>{row.id}</span>
            <span class="muted small">
              {t("customers.line")} {number(row.line)}
            </span>
            <Badge tone={TONES[row.outcome]}>{t(`customers.outcome.${row.outcome}`)}</Badge>
          </span>,
          <What key="what" row={row} />,
        ],
      }))}
    />
  );
}

function What({ row }: { row: ImportedRow }) {
  const { t } = useI18n();
  const name = useFieldName();
  const words = useRowProblem();
  const list = (fields: readonly string[]) => fields.map(name).join(", ");
  return (
    <ul class="file-problems">
      {row.problems.map((problem) => (
        <li key={`${problem.path} ${problem.found}`}>{words(problem)}</li>
      ))}
      {row.outcome !== "refused" && row.changed.length > 0 && (
        <li class="muted">{list(row.changed)}</li>
      )}
      {row.held.length > 0 && <li>{t("customers.rowHeld", { fields: list(row.held) })}</li>}
    </ul>
  );
}
