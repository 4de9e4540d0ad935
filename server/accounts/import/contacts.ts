import { createHash } from "node:crypto";
import type { Touch } from "../../../lib/model/touch.ts";
import type { Sql } from "../../db/database.ts";
import { isoOf } from "../../ingest/fold.ts";
import type { Saying } from "../record.ts";
import { writeChanges } from "../write-changes.ts";

export interface Contact {
  account: string;
  /** "YYYY-MM-DD" */
  day: string;
}

/** Ids of contacts that files told; of an account and a day there is one. */
export const CONTACT_PREFIX = "contact:";

/** Noon is on that day in most time zones. A contact that is known from then on says more than the file. */
const WRITE = `
  INSERT INTO touches (workspace_id, id, account_id, kind, state, at, owner, people, text, created_at, updated_at)
  SELECT $1::uuid, r.id, r.account, 'email', 'done', least(r.at, $3::timestamptz), NULL, '{}', $4, $3::timestamptz, $3::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS r (id text, account text, day date, at timestamptz)
  WHERE NOT EXISTS (SELECT FROM touches t WHERE t.workspace_id = $1::uuid AND t.account_id = r.account
    AND t.state = 'done' AND t.kind IN ('call', 'meeting', 'qbr', 'email', 'chat') AND t.at >= r.day)
  ON CONFLICT (workspace_id, id) DO UPDATE SET state = 'done', at = excluded.at, updated_at = excluded.updated_at
  RETURNING id, account_id AS account, kind, state, at, owner, people, text, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Last contacts of a file become touches. */
export async function writeContacts(
  sql: Sql,
  workspace: string,
  contacts: readonly Contact[],
  { saying, newId, text }: { saying: Saying; newId: () => string; text: string },
): Promise<void> {
  if (contacts.length === 0) return;
  const rows = contacts.map(({ account, day }) => ({
    id: `${CONTACT_PREFIX}${day}:${createHash("sha256").update(account).digest("hex").slice(0, 32)}`,
    account,
    day,
    at: `${day}T12:00:00Z`,
  }));
  const written = await sql.query<Touch>(WRITE, [
    workspace,
    JSON.stringify(rows),
    isoOf(saying.at),
    text,
  ]);
  const acts = written.map((after) => ({
    id: after.account,
    saying,
    what: "touch" as const,
    subject: after.id,
    before: null,
    beforeSource: null,
    after,
  }));
  await writeChanges(sql, workspace, acts, { newId });
}

/** Contacts that an import told are cancelled: nobody knows of them but by the file. */
export async function cancelContacts(
  sql: Sql,
  workspace: string,
  id: string,
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<void> {
  const cancelled = await sql.query<Touch>(
    `UPDATE touches SET state = 'cancelled', updated_at = $3::timestamptz
     WHERE workspace_id = $1::uuid AND state = 'done' AND id IN (
       SELECT subject FROM account_changes
       WHERE workspace_id = $1::uuid AND import_id = $2::uuid AND what = 'touch')
     RETURNING id, account_id AS account, kind, state, at, owner, people, text, created_at AS "createdAt",
       updated_at AS "updatedAt"`,
    [workspace, id, isoOf(saying.at)],
  );
  const acts = cancelled.map((after) => ({
    id: after.account,
    saying,
    what: "touch" as const,
    subject: after.id,
    before: { ...after, state: "done" },
    beforeSource: null,
    after,
  }));
  await writeChanges(sql, workspace, acts, { newId });
}
