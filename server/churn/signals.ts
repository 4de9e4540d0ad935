import type { ChurnSignal, NewChurnSignal } from "../../lib/model/churn.ts";
import { RULES } from "../../lib/model/rule.ts";
import { lockAccount } from "../accounts/lock.ts";
import type { Saying } from "../accounts/record.ts";
import { writeChanges } from "../accounts/write-changes.ts";
import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";

const COLUMNS = `id, account_id AS account, kind, name, level, source, at, ended_at AS "endedAt", note, detail`;

const IN_FORCE = "at <= $3::timestamptz AND (ended_at IS NULL OR ended_at > $3::timestamptz)";

/** Signs in force at a moment (epoch ms), of these accounts. */
export async function signalsInForce(
  sql: Sql,
  workspace: string,
  accounts: readonly string[],
  now: number,
): Promise<Map<string, ChurnSignal[]>> {
  const rows = await sql.query<ChurnSignal>(
    `SELECT ${COLUMNS} FROM churn_signals WHERE workspace_id = $1
       AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb)) AND ${IN_FORCE}
     ORDER BY at, id`,
    [workspace, JSON.stringify(accounts), isoOf(now)],
  );
  return Map.groupBy(rows, ({ account }) => account);
}

/** Signs of one account that are in force or ended after `since` (epoch ms), newest first. */
export function accountSignals(
  sql: Sql,
  workspace: string,
  account: string,
  since: number,
): Promise<ChurnSignal[]> {
  return sql.query<ChurnSignal>(
    `SELECT ${COLUMNS} FROM churn_signals WHERE workspace_id = $1 AND account_id = $2
       AND (ended_at IS NULL OR ended_at > $3::timestamptz) ORDER BY at DESC, id LIMIT 200`,
    [workspace, account, isoOf(since)],
  );
}

/** Z8 of docs/spec/churn.md: an id is one sign, however often it is sent; what was found by Waymark is not said anew. */
export async function putSignal(
  sql: Sql,
  workspace: string,
  { id, signal: told }: { id: string; signal: NewChurnSignal },
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<ChurnSignal> {
  const signal = await withoutForgotten(sql, workspace, told, saying);
  await lockAccount(sql, workspace, signal.account);
  const [before] = await sql.query<ChurnSignal>(
    `SELECT ${COLUMNS} FROM churn_signals WHERE workspace_id = $1 AND id = $2`,
    [workspace, id],
  );
  if (before && before.account !== signal.account) {
    throw new ApiError(409, "conflict", "This id is that of a sign about another account.");
  }
  if (before?.source === "found") {
    throw new ApiError(409, "conflict", RULES.signFound);
  }
  const ended = signal.endedAt === undefined ? (before?.endedAt ?? null) : signal.endedAt;
  const [after] = await sql.query<ChurnSignal>(
    `INSERT INTO churn_signals (workspace_id, id, account_id, kind, name, level, source, at, ended_at, note, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9::timestamptz, $10, '{}')
     ON CONFLICT (workspace_id, id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
       level = excluded.level, source = excluded.source, at = excluded.at, ended_at = excluded.ended_at, note = excluded.note
     RETURNING ${COLUMNS}`,
    [
      workspace,
      id,
      signal.account,
      signal.kind,
      signal.name ?? null,
      signal.level,
      signal.source,
      isoOf(signal.at ?? before?.at ?? saying.at),
      ended === null ? null : isoOf(ended),
      signal.note,
    ],
  );
  if (!after) throw new Error("a sign that was written did not come back");
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    const act = { id: signal.account, saying, what: "churn-signal" as const, subject: id };
    const change = { ...act, before: before ?? null, beforeSource: null, after };
    await writeChanges(sql, workspace, [change], { newId });
  }
  return after;
}
