import type { Sql, Statement } from "../db/database.ts";
import type { Rollups } from "./fold.ts";
import type { People } from "./fold-people.ts";

type Table = keyof Rollups | keyof People;

/** Newer traits win; late ones only add what is not there. */
const mergedTraits = (table: string) => `
  CASE WHEN excluded.traits_at >= coalesce(${table}.traits_at, '-infinity')
       THEN ${table}.traits || excluded.traits ELSE excluded.traits || ${table}.traits END`;

/** What would grow a person beyond 64 traits is not kept. */
const cappedTraits = (table: string) => `
  CASE WHEN excluded.traits = '{}' THEN ${table}.traits
       WHEN (SELECT count(*) FROM jsonb_object_keys(${mergedTraits(table)})) <= 64
       THEN ${mergedTraits(table)} ELSE ${table}.traits END`;

const span = (table: string) => `
  first_at = least(${table}.first_at, excluded.first_at),
  last_at = greatest(${table}.last_at, excluded.last_at)`;

/** An identity that nobody vouched for changes nothing about a person that somebody did vouch for. */
const TRUSTED = "(excluded.verified OR NOT users.verified)";
const ACCOUNT_TAKEN = `(excluded.account_id IS NOT NULL AND (
    users.account_id IS NULL
    OR (${TRUSTED} AND (excluded.account_at >= users.account_at OR (excluded.verified AND NOT users.verified)))))`;

/** For each table: the columns of its rows with their types, its key, and what happens to a row that is there; null: nothing. */
const UPSERTS: Readonly<Record<Table, { columns: string; key: string; update: string | null }>> = {
  users: {
    columns:
      "user_id text, account_id text, account_at timestamptz, traits jsonb, traits_at timestamptz, verified boolean, first_at timestamptz, last_at timestamptz",
    key: "user_id",
    update: `
      account_id = CASE WHEN ${ACCOUNT_TAKEN} THEN excluded.account_id ELSE users.account_id END,
      account_at = CASE WHEN ${ACCOUNT_TAKEN} THEN excluded.account_at ELSE users.account_at END,
      traits = CASE WHEN ${TRUSTED} THEN ${cappedTraits("users")} ELSE users.traits END,
      traits_at = CASE WHEN ${TRUSTED} THEN greatest(users.traits_at, excluded.traits_at) ELSE users.traits_at END,
      verified = users.verified OR excluded.verified,
      ${span("users")}`,
  },
  accounts: {
    columns:
      "account_id text, traits jsonb, traits_at timestamptz, first_at timestamptz, last_at timestamptz",
    key: "account_id",
    update: `
      traits = ${cappedTraits("accounts")},
      traits_at = greatest(accounts.traits_at, excluded.traits_at),
      ${span("accounts")}`,
  },
  devices: {
    columns:
      "device text, user_id text, identified_at timestamptz, users text[], first_at timestamptz, last_at timestamptz",
    key: "device",
    update: `
      user_id = CASE WHEN (excluded.identified_at, excluded.user_id COLLATE "C")
                        < (coalesce(devices.identified_at, 'infinity'), coalesce(devices.user_id, '') COLLATE "C")
                     THEN excluded.user_id ELSE devices.user_id END,
      identified_at = least(devices.identified_at, excluded.identified_at),
      users = CASE WHEN devices.users @> excluded.users THEN devices.users
                   ELSE ARRAY(SELECT DISTINCT unnest(devices.users || excluded.users) ORDER BY 1) END,
      ${span("devices")}`,
  },
  experiment_exposures: {
    columns:
      "experiment text, arm text, anonymous boolean, person text, account_id text, first_at timestamptz",
    key: "experiment, arm, anonymous, person, account_id",
    update: "first_at = least(experiment_exposures.first_at, excluded.first_at)",
  },
  signal_days: {
    columns: "signal text, day date, anonymous boolean, person text",
    key: "signal, day, anonymous, person",
    update: null,
  },
  signal_values: {
    columns:
      "signal text, anonymous boolean, person text, kind text, value jsonb, detail jsonb, version int, since timestamptz, at timestamptz, message_id text",
    key: "signal, anonymous, person",
    update: `
      kind = excluded.kind, value = excluded.value, detail = excluded.detail, version = excluded.version, since = excluded.since,
      at = excluded.at, message_id = excluded.message_id
      WHERE (excluded.at, excluded.message_id COLLATE "C") > (signal_values.at, signal_values.message_id COLLATE "C")`,
  },
  guide_progress: {
    columns:
      "guide text, version int, action text, step text, anonymous boolean, person text, count bigint, first_at timestamptz, last_at timestamptz",
    key: "guide, version, action, step, anonymous, person",
    update: `count = guide_progress.count + excluded.count, ${span("guide_progress")}`,
  },
  survey_answers: {
    columns:
      "message_id text, anonymous boolean, person text, guide text, version int, step text, at timestamptz, account_id text, type text, score int, options text[], words text",
    key: "message_id",
    update: null,
  },
  guide_target_pages: {
    columns: "guide text, step text, page text",
    key: "guide, step, page",
    update: null,
  },
  guide_targets: {
    columns:
      "guide text, version int, step text, day date, outcome text, lang text, build text, page text, anonymous boolean, person text, verified boolean, count bigint, first_at timestamptz, last_at timestamptz",
    key: "guide, version, step, day, outcome, lang, build, page, anonymous, person, verified",
    update: `count = guide_targets.count + excluded.count, ${span("guide_targets")}`,
  },
};

const STATEMENTS = Object.fromEntries(
  Object.entries(UPSERTS).map(([table, { columns, key, update }]) => {
    const names = columns.replace(/ [\w[\]]+(,|$)/g, "$1");
    return [
      table,
      `INSERT INTO ${table} (workspace_id, ${names})
       SELECT $1::uuid, ${names} FROM json_to_recordset($2::json) AS r (${columns})
       ON CONFLICT (workspace_id, ${key}) DO ${update === null ? "NOTHING" : `UPDATE SET ${update}`}`,
    ];
  }),
) as Record<Table, string>;

/** What adds rows to a table: one statement however many they are, none where there are none. */
export function upsertOf(workspace: string, table: Table, rows: readonly object[]): Statement[] {
  return rows.length === 0 ? [] : [[STATEMENTS[table], [workspace, JSON.stringify(rows)]]];
}

export async function upsert(
  sql: Sql,
  workspace: string,
  table: Table,
  rows: readonly object[],
): Promise<void> {
  for (const [text, params] of upsertOf(workspace, table, rows)) await sql.query(text, params);
}
