import { USE_DAYS } from "../../lib/model/health-measure.ts";
import type { Sql } from "../db/database.ts";
import { dayOf, isoOf } from "../ingest/fold.ts";
import { LISTED_DAYS, readListed } from "../usage/listed-days.ts";
import type { AccountDay, AccountFacts } from "./facts.ts";
import { TOUCH_DAYS, WINDOW_DAYS } from "./window.ts";

interface Row
  extends Omit<
    AccountFacts,
    "attributes" | "days" | "signals" | "touches" | "users" | "activeUsers"
  > {
  id: string;
  custom: Record<string, unknown>;
  sources: Record<string, { at: number }>;
}

const DAY_MS = 86_400_000;

/** Ids of the customers after this one, in their order. */
export async function customersAfter(
  sql: Sql,
  workspace: string,
  { after, today, limit }: { after: string; today: string; limit: number },
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT account_id AS id FROM account_records
     WHERE workspace_id = $1 AND account_id COLLATE "C" > $2 COLLATE "C" AND archived_at IS NULL
       AND (churned_on IS NULL OR churned_on > $3::date)
     ORDER BY account_id COLLATE "C" LIMIT $4::int`,
    [workspace, after, today, limit],
  );
  return rows.map(({ id }) => id);
}

/** Those of these accounts that are customers today. */
export async function customersAmong(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
  today: string,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT account_id AS id FROM account_records
     WHERE workspace_id = $1 AND account_id IN (SELECT jsonb_array_elements_text($2::jsonb))
       AND archived_at IS NULL AND (churned_on IS NULL OR churned_on > $3::date)`,
    [workspace, JSON.stringify(ids), today],
  );
  return rows.map(({ id }) => id);
}

/** What is known of these accounts, as far as health and risk ask; but for signals, which are the same for a whole pass. */
export async function readFacts(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Omit<AccountFacts, "signals">>> {
  const which = [workspace, JSON.stringify(ids)];
  const among = (column: string) => `${column} IN (SELECT jsonb_array_elements_text($2::jsonb))`;
  const records = await sql.query<Row>(
    `SELECT r.account_id AS id, r.plan, r.touch_model AS "touchModel", r.stage, r.stage_since AS "stageSince",
       r.seats, r.renewal, r.champions, r.goals, r.custom, r.sources, a.first_at AS "firstSeen"
     FROM account_records r
       LEFT JOIN accounts a ON a.workspace_id = r.workspace_id AND a.account_id = r.account_id
     WHERE r.workspace_id = $1 AND ${among("r.account_id")}`,
    which,
  );
  const users = await sql.query<{ id: string; users: number; active: number }>(
    `SELECT account_id AS id, count(*) AS users, count(*) FILTER (WHERE last_at > $3::timestamptz) AS active
     FROM users WHERE workspace_id = $1 AND ${among("account_id")} GROUP BY account_id`,
    [...which, isoOf(now - USE_DAYS * DAY_MS)],
  );
  const uses = await sql.query<{ id: string; feature: string; days: string }>(
    `SELECT id, feature, ${LISTED_DAYS} AS days FROM (
       SELECT account_id AS id, day, CASE WHEN day > $4::date THEN feature ELSE '' END AS feature, sum(uses) AS uses
       FROM account_feature_days WHERE workspace_id = $1 AND ${among("account_id")} AND day > $3::date
       GROUP BY 1, 2, 3) d
     GROUP BY 1, 2`,
    [...which, dayOf(now - WINDOW_DAYS * DAY_MS), dayOf(now - USE_DAYS * DAY_MS)],
  );
  const touches = await sql.query<AccountFacts["touches"][number] & { id: string }>(
    `SELECT account_id AS id, kind, state, at FROM touches
     WHERE workspace_id = $1 AND ${among("account_id")} AND at > $3::timestamptz`,
    [...which, isoOf(now - TOUCH_DAYS * DAY_MS)],
  );
  const usersOf = new Map(users.map((one) => [one.id, one]));
  const usesOf = Map.groupBy(uses, ({ id }) => id);
  const touchesOf = Map.groupBy(touches, ({ id }) => id);
  return new Map(
    records.map(({ id, custom, sources, ...record }) => [
      id,
      {
        ...record,
        attributes: attributesOf(custom, sources),
        users: usersOf.get(id)?.users ?? 0,
        activeUsers: usersOf.get(id)?.active ?? 0,
        days: (usesOf.get(id) ?? []).flatMap(({ feature, days }) =>
          readListed(days).map(
            ({ day, uses }): AccountDay => ({ day: Date.parse(day) / DAY_MS, feature, uses }),
          ),
        ),
        touches: touchesOf.get(id) ?? [],
      },
    ]),
  );
}

function attributesOf(
  custom: Row["custom"],
  sources: Row["sources"],
): Map<string, { value: unknown; at: number }> {
  return new Map(
    Object.entries(custom).map(([name, value]) => [
      name,
      { value, at: sources[`custom.${name}`]?.at ?? 0 },
    ]),
  );
}
