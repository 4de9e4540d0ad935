import type { Database, Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import { holdPeople } from "../privacy/tombstones.ts";
import { keptFrom, readRetention } from "./retention.ts";

/** Events of one transaction: between two, others have their turn. */
const AT_ONCE = 5_000;

/**
 * Deletes the events that a workspace does not keep any longer, and answers with their number: R76 of
 * docs/spec/delivery.md. What is left of an earlier call that was ended is taken along; `signal` ends it between two
 * transactions.
 */
export async function letGo(
  { db, clock }: { db: Database; clock: () => number },
  workspace: string,
  signal?: AbortSignal,
): Promise<number> {
  const from = await db.transaction(workspace, (sql) => moveOn(sql, workspace, clock()));
  if (from === null) return 0;
  for (let gone = 0; ; ) {
    signal?.throwIfAborted();
    const some = await db.erase(workspace, (sql) =>
      sql.query(
        `DELETE FROM events WHERE workspace_id = $1 AND message_id IN (
           SELECT message_id FROM events WHERE workspace_id = $1 AND at < $2 ORDER BY at LIMIT $3::int)
         RETURNING 1`,
        [workspace, isoOf(from), AT_ONCE],
      ),
    );
    gone += some.length;
    if (some.length < AT_ONCE) return gone;
  }
}

/** From when on events are kept now, epoch ms: what is being stored is stored before that is said, or judged by it. */
async function moveOn(sql: Sql, workspace: string, now: number): Promise<number | null> {
  const { days, from } = await readRetention(sql, workspace);
  if (days === null) return from;
  const next = keptFrom(now, days);
  if (from !== null && from >= next) return from;
  await holdPeople(sql, workspace, true);
  await sql.query(
    "UPDATE workspaces SET events_from = greatest(events_from, $2::timestamptz) WHERE id = $1",
    [workspace, isoOf(next)],
  );
  return next;
}

/** Deletes the imports and the entries of the audit log that are not kept any longer; how many there were. */
export async function letRecordsGo(
  { db, clock }: { db: Database; clock: () => number },
  workspace: string,
): Promise<{ imports: number; audit: number }> {
  const { imports, audit } = await db.read(workspace, (sql) => readRetention(sql, workspace));
  return db.erase(workspace, async (sql) => {
    const remove = async (table: "account_imports" | "audit_log", term: number | null) => {
      if (term === null) return 0;
      const gone = await sql.query(
        `DELETE FROM ${table} WHERE workspace_id = $1 AND at < $2 RETURNING 1`,
        [workspace, isoOf(keptFrom(clock(), term))],
      );
      return gone.length;
    };
    return {
      imports: await remove("account_imports", imports),
      audit: await remove("audit_log", audit),
    };
  });
}
