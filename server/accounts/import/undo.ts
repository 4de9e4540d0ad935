import type { AccountImport, ImportUndone } from "../../../lib/model/account-import.ts";
import type { DatedMoney, ValueSource } from "../../../lib/model/account-value.ts";
import { RULES } from "../../../lib/model/rule.ts";
import type { Sql } from "../../db/database.ts";
import { ApiError } from "../../http/errors.ts";
import { isoOf } from "../../ingest/fold.ts";
import { undoUsers } from "../../users/undo.ts";
import { stageIds } from "../journey.ts";
import { saveAccounts } from "../save.ts";
import { CONTACT_PREFIX, cancelContacts } from "./contacts.ts";
import { readImport } from "./stored.ts";

interface Changed {
  account: string;
  subject: string;
  before: unknown;
  beforeSource: ValueSource | null;
  after: unknown;
  /** Nobody has changed it since. */
  newest: boolean;
}

/** Of each field that an import changed, the change, and whether another came after it. */
const CHANGED = `
  SELECT account_id AS account, subject, before, before_source AS "beforeSource", after, newest FROM (
    SELECT h.*, row_number() OVER (PARTITION BY account_id, CASE subject WHEN 'stageSince' THEN 'stage' ELSE subject END
      ORDER BY at DESC, id DESC) = 1 AS newest
    FROM account_changes h WHERE workspace_id = $1 AND what = 'field' AND account_id IN (
      SELECT account_id FROM account_changes WHERE workspace_id = $1 AND import_id = $2::uuid)) one
  WHERE import_id = $2::uuid ORDER BY account_id, subject`;

/** Accounts that an import made, of which nothing is known and that nobody has seen or spoken to, are put away. */
const ARCHIVE = `
  UPDATE account_records r SET archived_at = $3::timestamptz
  WHERE workspace_id = $1 AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb)) AND archived_at IS NULL
    AND NOT EXISTS (SELECT FROM accounts a WHERE a.workspace_id = $1 AND a.account_id = r.account_id)
    AND NOT EXISTS (SELECT FROM touches t WHERE t.workspace_id = $1 AND t.account_id = r.account_id
      AND NOT (t.state = 'cancelled' AND starts_with(t.id, '${CONTACT_PREFIX}')))
    AND NOT EXISTS (SELECT FROM tasks t WHERE t.workspace_id = $1 AND t.account_id = r.account_id)
  RETURNING account_id`;

const NOTHING: ImportUndone = { restored: 0, archived: 0, kept: 0 };

export interface UndoCall {
  /** Epoch ms. */
  at: number;
  /** Credential. */
  by: string;
  newId: () => string;
}

/** Gives fields back what they had before an import, unless somebody changed them since: K16 of docs/spec/accounts.md. */
export async function undoImport(
  sql: Sql,
  workspace: string,
  id: string,
  { at, by, newId }: UndoCall,
): Promise<ImportUndone> {
  const done = await readImport(sql, workspace, id);
  if (done.undoneAt !== null) {
    throw new ApiError(409, "conflict", RULES.importUndone);
  }
  const how = { at, by, newId };
  const people = done.of === "users" ? await undoUsers(sql, workspace, done, how) : NOTHING;
  // A file of people also says who carries the product at an account.
  const rows = done.of === "users" ? [] : done.rows;
  const accounts = await undoAccounts(sql, workspace, { ...done, rows }, how);
  const undone = {
    restored: people.restored + accounts.restored,
    archived: people.archived + accounts.archived,
    kept: people.kept + accounts.kept,
  };
  await sql.query(
    "UPDATE account_imports SET undone_at = $3 WHERE workspace_id = $1 AND id = $2::uuid",
    [workspace, id, isoOf(at)],
  );
  return undone;
}

async function undoAccounts(
  sql: Sql,
  workspace: string,
  { id, rows }: AccountImport,
  { at, by, newId }: UndoCall,
): Promise<ImportUndone> {
  const changed = await sql.query<Changed>(CHANGED, [workspace, id]);
  const stages = await stageIds(sql, workspace);
  const back = changed.filter(({ newest }) => newest);
  for (const [source, fields] of Map.groupBy(back, (one) => one.beforeSource?.source ?? "csv")) {
    const said = [...Map.groupBy(fields, ({ account }) => account)].map(([account, all]) => ({
      id: account,
      said: {
        values: Object.fromEntries(
          all.flatMap((one) => (isSince(one) ? [] : [[one.subject, valueBefore(one)]])),
        ),
        mrrHistory: [],
        stageSince: (all.find(isSince)?.before ?? undefined) as string | undefined,
      },
      saying: { source, at, by, overwrite: true, import: null },
      isStageBack: true,
    }));
    await saveAccounts(sql, workspace, said, { now: at, newId, stages });
  }
  const saying = { source: "csv" as const, at, by, overwrite: true, import: null };
  await cancelContacts(sql, workspace, id, { saying, newId });
  const kept = new Set(changed.flatMap(({ newest, account }) => (newest ? [] : [account])));
  const made = rows.flatMap((row) => (row.outcome === "made" && !kept.has(row.id) ? [row.id] : []));
  const archived = await sql.query(ARCHIVE, [workspace, JSON.stringify(made), isoOf(at)]);
  return {
    restored: back.length,
    archived: archived.length,
    kept: changed.length - back.length,
  };
}

function isSince({ subject }: Changed): boolean {
  return subject === "stageSince";
}

/** An amount comes back from the day on from which the import had changed it. */
function valueBefore({ subject, before, after }: Changed): unknown {
  if (subject !== "mrr" || before === null || after === null) return before;
  return { ...(before as DatedMoney), since: (after as DatedMoney).since };
}
