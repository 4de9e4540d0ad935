import { USAGE_DAYS } from "../../lib/model/playbook-condition.ts";
import { fromRow, type RecordRow, ROW_COLUMNS } from "../accounts/columns.ts";
import type { Values } from "../accounts/record.ts";
import type { Sql } from "../db/database.ts";
import { dayOf, isoOf } from "../ingest/fold.ts";
import { merged } from "../query/merged.ts";
import { LISTED_DAYS, readListed } from "../usage/listed-days.ts";
import { type Asked, type Facts, fieldsOf } from "./asked.ts";
import type { AccountHistory } from "./history.ts";

const DAY_MS = 86_400_000;
/** Contacts and answers are looked at for as long. */
const PAST_DAYS = 400;

type Of<K extends "changes" | "mrr" | "stages" | "uses" | "health" | "tasks" | "nps" | "signals"> =
  AccountHistory[K][number] & { account: string };

/** What is asked about these accounts. `from` (epoch ms): the first moment that is asked about. */
export async function readHistories(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
  { now, from, asked }: { now: number; from: number; asked: Asked },
): Promise<AccountHistory[]> {
  const read = async <T extends { account: string }>(text: string, ...more: unknown[]) => {
    const rows = await sql.query<T>(text, [workspace, JSON.stringify(ids), ...more]);
    const found = Map.groupBy(rows, ({ account }) => account);
    return (id: string): T[] => found.get(id) ?? [];
  };
  const readFor = async <T extends { account: string }>(
    facts: Facts,
    text: string,
    ...more: unknown[]
  ) => (asked.facts.has(facts) ? read<T>(text, ...more) : (): T[] => []);
  const fields = fieldsOf(asked);
  const among = "IN (SELECT jsonb_array_elements_text($2::jsonb))";
  const past = isoOf(from - PAST_DAYS * DAY_MS);
  const records = await read<RecordRow & { account: string }>(
    `SELECT account_id AS account, ${ROW_COLUMNS} FROM account_records
     WHERE workspace_id = $1 AND account_id ${among}`,
  );
  const changes = await read<Of<"changes">>(
    `SELECT account_id AS account, at, subject AS field, before FROM account_changes
     WHERE workspace_id = $1 AND account_id ${among} AND what = 'field' AND at > $3::timestamptz
       AND ($4::text[] IS NULL OR subject = ANY ($4::text[]))
     ORDER BY at DESC, id DESC`,
    isoOf(from),
    fields,
  );
  const mrr = await readFor<Of<"mrr">>(
    "money",
    `SELECT account_id AS account, since, minor, currency FROM account_mrr
     WHERE workspace_id = $1 AND account_id ${among} ORDER BY since`,
  );
  const stages = await readFor<Of<"stages">>(
    "stage",
    `SELECT account_id AS account, since, stage FROM account_stages
     WHERE workspace_id = $1 AND account_id ${among} ORDER BY since`,
  );
  const users = await readFor<{ account: string; users: number }>(
    "users",
    `SELECT account_id AS account, count(*) AS users FROM users
     WHERE workspace_id = $1 AND account_id ${among} GROUP BY account_id`,
  );
  const packed = await read<{ account: string; feature: string; days: string }>(
    `SELECT account_id AS account, feature, ${LISTED_DAYS} AS days FROM account_feature_days
     WHERE workspace_id = $1 AND account_id ${among} AND day > $3::date AND day <= $4::date
       AND ($5::text[] IS NULL OR feature = ANY ($5::text[]))
     GROUP BY account_id, feature`,
    dayOf(now - USAGE_DAYS * DAY_MS),
    dayOf(now),
    asked.features && [...asked.features],
  );
  const health = await readFor<Of<"health">>(
    "health",
    `SELECT account_id AS account, day, score, band, risk FROM account_health_days
     WHERE workspace_id = $1 AND account_id ${among} AND day >= $3::date ORDER BY day`,
    dayOf(from - 7 * DAY_MS),
  );
  const touches = await readFor<{ account: string; at: number }>(
    "touches",
    `SELECT account_id AS account, at FROM touches
     WHERE workspace_id = $1 AND account_id ${among} AND state = 'done' AND at > $3::timestamptz`,
    past,
  );
  const tasks = await readFor<Of<"tasks">>(
    "tasks",
    `SELECT account_id AS account, created_at AS "createdAt", closed_at AS "closedAt" FROM tasks
     WHERE workspace_id = $1 AND account_id ${among}
       AND (closed_at IS NULL OR closed_at > $3::timestamptz)`,
    isoOf(from),
  );
  const nps = await readFor<Of<"nps">>(
    "nps",
    `SELECT account_id AS account, at, score FROM survey_answers
     WHERE workspace_id = $1 AND account_id ${among} AND type = 'nps' AND at > $3::timestamptz`,
    past,
  );
  const signals = asked.signals
    ? await read<Of<"signals">>(
        `SELECT u.account_id AS account, s.signal, min(coalesce(s.since, s.at)) AS since
         FROM ${merged("signal_values")} s JOIN users u ON u.workspace_id = $1::uuid AND u.user_id = s.who
         WHERE s.value = 'true'::jsonb AND NOT s.unknown AND u.account_id ${among} GROUP BY 1, 2`,
      )
    : () => [];
  return ids.flatMap((id) => {
    const [record] = records(id);
    if (!record) return [];
    const { values } = fromRow(record);
    return {
      id,
      name: typeof values.name === "string" ? values.name : null,
      values: fields === null ? values : picked(values, fields),
      changes: changes(id),
      mrr: mrr(id),
      stages: stages(id),
      users: users(id)[0]?.users ?? 0,
      uses: packed(id).flatMap(({ feature, days }) =>
        readListed(days).map((one) => ({ ...one, feature })),
      ),
      health: health(id),
      touches: touches(id).map(({ at }) => at),
      tasks: tasks(id),
      nps: nps(id),
      signals: signals(id),
    };
  });
}

function picked(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(
    fields.flatMap((field) => (Object.hasOwn(values, field) ? [[field, values[field]]] : [])),
  );
}

/** Accounts after this one in their order, customers and those who left. */
export async function accountsAfter(
  sql: Sql,
  workspace: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT account_id AS id FROM account_records
     WHERE workspace_id = $1 AND account_id COLLATE "C" > $2 COLLATE "C" AND archived_at IS NULL
     ORDER BY account_id COLLATE "C" LIMIT $3::int`,
    [workspace, after, limit],
  );
  return rows.map(({ id }) => id);
}
