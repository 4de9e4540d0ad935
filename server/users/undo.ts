import type { AccountImport, ImportUndone } from "../../lib/model/account-import.ts";
import type { ValueOrigin, ValueSource } from "../../lib/model/account-value.ts";
import type { UndoCall } from "../accounts/import/undo.ts";
import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import { saveUsers } from "./save.ts";

interface Changed {
  user: string;
  subject: string;
  before: unknown;
  beforeSource: ValueSource | null;
  /** Nobody has changed it since. */
  newest: boolean;
}

/** Of each field that an import changed, the change, and whether another came after it. */
const CHANGED = `
  SELECT user_id AS "user", subject, before, before_source AS "beforeSource", newest FROM (
    SELECT h.*, row_number() OVER (PARTITION BY user_id, subject ORDER BY at DESC, id DESC) = 1 AS newest
    FROM user_changes h WHERE workspace_id = $1 AND user_id IN (
      SELECT user_id FROM user_changes WHERE workspace_id = $1 AND import_id = $2::uuid)) one
  WHERE import_id = $2::uuid ORDER BY user_id, subject`;

const ARCHIVE = `
  UPDATE user_records SET archived_at = $3::timestamptz
  WHERE workspace_id = $1 AND user_id IN (SELECT jsonb_array_elements_text($2::jsonb)) AND archived_at IS NULL
  RETURNING user_id`;

/**
 * What an import said of people is taken back, unless somebody changed it since; whoever it made is put away. What an
 * app says of them stays theirs: K16 of docs/spec/accounts.md.
 */
export async function undoUsers(
  sql: Sql,
  workspace: string,
  { id, rows }: AccountImport,
  { at, by, newId }: UndoCall,
): Promise<ImportUndone> {
  const changed = await sql.query<Changed>(CHANGED, [workspace, id]);
  const back = changed.filter(({ newest }) => newest);
  const refused = new Set<string>();
  const origin = (one: Changed): ValueOrigin => one.beforeSource?.source ?? "csv";
  for (const [source, fields] of Map.groupBy(back, origin)) {
    const entries = [...Map.groupBy(fields, ({ user }) => user)].map(([user, all]) => ({
      id: user,
      ...Object.fromEntries(all.map(({ subject, before }) => [subject, before])),
    }));
    const saying = { source, at, by, overwrite: true, import: null };
    const outcomes = await saveUsers(sql, workspace, entries, { saying, newId });
    for (const { id: user, outcome } of outcomes) if (outcome === "refused") refused.add(user);
  }
  const isBack = (one: Changed) => one.newest && !refused.has(one.user);
  const kept = new Set(changed.flatMap((one) => (isBack(one) ? [] : [one.user])));
  const made = rows.flatMap((row) => (row.outcome === "made" && !kept.has(row.id) ? [row.id] : []));
  const archived = await sql.query(ARCHIVE, [workspace, JSON.stringify(made), isoOf(at)]);
  const restored = changed.filter(isBack).length;
  return { restored, archived: archived.length, kept: changed.length - restored };
}
