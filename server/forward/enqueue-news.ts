import { uuidv7 } from "uuidv7";
import type { AccountNews } from "../../lib/model/account-news.ts";
import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";

/**
 * Puts what became another about accounts before the targets that asked for it, in the transaction that changes it: R69
 * of docs/spec/delivery.md. `at`: epoch ms.
 */
export async function enqueueNews(
  sql: Sql,
  workspace: string,
  news: readonly AccountNews[],
  at: number,
): Promise<void> {
  if (news.length === 0) return;
  const asked = await sql.query(
    "SELECT 1 FROM forwards WHERE workspace_id = $1 AND changes <> '{}' LIMIT 1",
    [workspace],
  );
  if (asked.length === 0) return;
  const rows = news.map(({ event, properties }) => {
    const id = uuidv7();
    const message = {
      type: "track",
      event,
      messageId: id,
      timestamp: isoOf(at),
      anonymousId: `account:${properties.account}`,
      context: { groupId: properties.account },
      properties,
      news: true,
    };
    return { id, event, message: JSON.stringify(message) };
  });
  await sql.query(
    `INSERT INTO forward_queue (workspace_id, forward, received_at, at, message_id, message)
     SELECT $1::uuid, f.id, $3::timestamptz, $3::timestamptz, r.id, r.message
     FROM forwards f CROSS JOIN jsonb_to_recordset($2::jsonb) AS r (id text, event text, message text)
     WHERE f.workspace_id = $1::uuid AND r.event = ANY (f.changes)`,
    [workspace, JSON.stringify(rows), isoOf(at)],
  );
}
