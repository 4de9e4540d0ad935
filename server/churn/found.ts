import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import type { Found } from "./detect.ts";

/**
 * Makes what was found now what is in force: Z9 of docs/spec/churn.md. What was found before keeps its beginning, what
 * is not found any more ends. `found` by account.
 */
export async function keepFound(
  sql: Sql,
  workspace: string,
  found: ReadonlyMap<string, readonly Found[]>,
  { now, newId }: { now: number; newId: () => string },
): Promise<void> {
  const rows = [...found].flatMap(([account, some]) =>
    some.map(({ key, kind, name, level, at, detail }) => ({
      id: newId(),
      account,
      key,
      kind,
      name,
      level,
      at: isoOf(at),
      detail,
    })),
  );
  const params = [workspace, JSON.stringify(rows)];
  const given = `jsonb_to_recordset($2::jsonb) AS r (id text, account text, key text, kind text, name text,
    level text, at timestamptz, detail jsonb)`;
  await sql.query(
    `INSERT INTO churn_signals (workspace_id, id, account_id, kind, name, level, source, key, at, note, detail)
     SELECT $1::uuid, id, account, kind, name, level, 'found', key, at, '', detail FROM ${given}
     ON CONFLICT (workspace_id, account_id, key) WHERE source = 'found' AND ended_at IS NULL
       DO UPDATE SET level = excluded.level, detail = excluded.detail, kind = excluded.kind`,
    params,
  );
  await sql.query(
    `UPDATE churn_signals s SET ended_at = greatest(s.at, $3::timestamptz)
     WHERE s.workspace_id = $1 AND s.source = 'found' AND s.ended_at IS NULL
       AND s.account_id IN (SELECT jsonb_array_elements_text($4::jsonb))
       AND NOT EXISTS (SELECT FROM ${given} WHERE r.account = s.account_id AND r.key = s.key)`,
    [...params, isoOf(now), JSON.stringify([...found.keys()])],
  );
}
