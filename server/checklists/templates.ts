import {
  type ChecklistSettings,
  type ChecklistTemplate,
  ChecklistTemplates,
} from "../../lib/model/checklist.ts";
import { DEFAULT_CHECKLISTS } from "../../lib/model/checklist-defaults.ts";
import { explain, parse } from "../../lib/model/parse.ts";
import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";

interface Row {
  revision: number;
  body: unknown;
  at: number;
  by: string | null;
}

/** What holds in a workspace now; what every workspace begins with has revision 0. */
export async function readTemplates(sql: Sql, workspace: string): Promise<ChecklistSettings> {
  const [row] = await sql.query<Row>(
    `SELECT d.revision, d.body, d.at, c.name AS by FROM checklist_templates d
       LEFT JOIN credentials c ON c.workspace_id = d.workspace_id AND c.id = d.done_by
     WHERE d.workspace_id = $1 ORDER BY d.revision DESC LIMIT 1`,
    [workspace],
  );
  if (!row) {
    return { revision: 0, updatedAt: null, updatedBy: null, templates: [...DEFAULT_CHECKLISTS] };
  }
  const read = parse(ChecklistTemplates, row.body);
  if (!read.ok) throw new Error(`checklists cannot be read: ${explain(read.error)}`);
  return {
    revision: row.revision,
    updatedAt: row.at,
    updatedBy: row.by,
    templates: read.value.templates,
  };
}

/** `expected`: the revision that was read; undefined: whatever is there. What was before stays on record. */
export async function writeTemplates(
  sql: Sql,
  workspace: string,
  templates: readonly ChecklistTemplate[],
  { at, by, expected }: { at: number; by: string; expected: number | undefined },
): Promise<ChecklistSettings> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 6)) IS NULL", [workspace]);
  const { revision } = await readTemplates(sql, workspace);
  if (expected !== undefined && expected !== revision) {
    const message = "Somebody else changed these checklists meanwhile.";
    throw new ApiError(412, "precondition_failed", message);
  }
  await sql.query(
    `INSERT INTO checklist_templates (workspace_id, revision, body, at, done_by)
     VALUES ($1, $2::int, $3::jsonb, $4::timestamptz, $5)`,
    [workspace, revision + 1, JSON.stringify({ templates }), isoOf(at), by],
  );
  return readTemplates(sql, workspace);
}
