import { csvText } from "../../../lib/exchange/csv.ts";
import type { AccountImport, AccountImports } from "../../../lib/model/account-import.ts";
import type { Sql } from "../../db/database.ts";
import { notFound } from "../../http/errors.ts";

const COLUMNS = `i.id, i.subject AS of, i.file_name AS name, i.at, coalesce(c.name, '') AS by, i.made, i.changed, i.unchanged, i.refused,
  i.undone_at AS "undoneAt"`;
const FROM = `account_imports i
  LEFT JOIN credentials c ON c.workspace_id = i.workspace_id AND c.id = i.done_by`;

export async function listImports(sql: Sql, workspace: string): Promise<AccountImports> {
  const items = await sql.query<AccountImports["items"][number]>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE i.workspace_id = $1 ORDER BY i.at DESC, i.id DESC LIMIT 100`,
    [workspace],
  );
  return { items };
}

export async function readImport(sql: Sql, workspace: string, id: string): Promise<AccountImport> {
  const [row] = await sql.query<AccountImport>(
    `SELECT ${COLUMNS}, i.report AS rows FROM ${FROM} WHERE i.workspace_id = $1 AND i.id::text = $2`,
    [workspace, id],
  );
  if (!row) throw notFound("import with this id");
  return row;
}

/** The report as a file for spreadsheets. What they would take for a formula is made a text. */
export function reportCsv({ rows }: AccountImport): string {
  const lines = rows.flatMap(({ line, id, outcome, changed, held, problems }) => {
    const row = [String(line), id, outcome, changed.join(" "), held.join(" ")];
    if (problems.length === 0) return [[...row, "", "", ""]];
    return problems.map(({ path, found, allowed }) => [...row, path, found, allowed]);
  });
  const all = [
    ["line", "id", "outcome", "changed", "kept", "column", "found", "allowed"],
    ...lines,
  ];
  return csvText(all, { escapeFormulae: true });
}
