import type { AccountChange } from "../../lib/model/account-change.ts";
import type { ValueSource } from "../../lib/model/account-value.ts";
import type { Sql } from "../db/database.ts";
import { enqueueNews } from "../forward/enqueue-news.ts";
import { isoOf } from "../ingest/fold.ts";
import { newsOf } from "./news.ts";
import type { Saying } from "./record.ts";

export interface AccountAct {
  /** Of the account. */
  id: string;
  saying: Saying;
  what: AccountChange["what"];
  subject: string;
  before: unknown;
  beforeSource: ValueSource | null;
  after: unknown;
}

/** Writes down what was changed, in its transaction, and tells those who asked for it. */
export async function writeChanges(
  sql: Sql,
  workspace: string,
  acts: readonly AccountAct[],
  { newId }: { newId: () => string },
): Promise<void> {
  const [first] = acts;
  if (!first) return;
  await sql.query(
    `INSERT INTO account_changes
       (workspace_id, account_id, id, at, source, done_by, what, subject, before, before_source, after, import_id)
     SELECT $1::uuid, account_id, id, at, source, done_by, what, subject,
       nullif(before, 'null'), nullif(before_source, 'null'), nullif(after, 'null'), import_id
     FROM jsonb_to_recordset($2::jsonb) AS r (account_id text, id uuid, at timestamptz, source text, done_by uuid,
       what text, subject text, before jsonb, before_source jsonb, after jsonb, import_id uuid)`,
    [
      workspace,
      JSON.stringify(
        acts.map(({ id, saying, what, subject, before, beforeSource, after }) => ({
          account_id: id,
          id: newId(),
          at: isoOf(saying.at),
          source: saying.source,
          done_by: saying.by,
          what,
          subject,
          before,
          before_source: beforeSource,
          after,
          import_id: saying.import,
        })),
      ),
    ],
  );
  await enqueueNews(sql, workspace, newsOf(acts), first.saying.at);
}
