import type { KnownPeople } from "../../lib/model/audience.ts";
import { Scalar } from "../../lib/model/primitives.ts";
import { KNOWN_ACCOUNTS } from "../accounts/known-attributes.ts";
import type { Sql } from "../db/database.ts";
import { CURRENT, REACHED } from "./current.ts";

interface PersonRow {
  user: string;
  account: string | null;
  traits: Record<string, unknown> | null;
  account_traits: Record<string, unknown> | null;
  signals: string[] | null;
}

/** What clients sent that conditions cannot ask for is left out. */
const MOST_ATTRIBUTES = 64;

/** People with their attributes and the signals that are true, those seen last first. */
export async function knownPeople(
  sql: Sql,
  workspace: string,
  limit: number,
): Promise<KnownPeople> {
  const rows = await sql.query<PersonRow>(
    `WITH page AS MATERIALIZED (
       SELECT user_id, account_id, traits, last_at FROM users WHERE workspace_id = $1::uuid
       ORDER BY last_at DESC, user_id LIMIT $2::int
     ), reached AS MATERIALIZED (
       SELECT who, jsonb_agg(signal ORDER BY signal) AS signals FROM ${CURRENT} c
       WHERE NOT unknown AND ${REACHED} AND who IN (SELECT user_id FROM page) GROUP BY who
     )
     SELECT p.user_id AS user, p.account_id AS account, p.traits, a.traits AS account_traits, r.signals
     FROM page p LEFT JOIN reached r ON r.who = p.user_id
     LEFT JOIN ${KNOWN_ACCOUNTS} a ON a.account_id = p.account_id
     ORDER BY p.last_at DESC, p.user_id`,
    [workspace, limit],
  );
  return {
    people: rows.map(({ user, account, traits, account_traits, signals }) => ({
      user,
      account,
      traits: scalarsOf(traits),
      accountTraits: scalarsOf(account_traits),
      signals: signals ?? [],
    })),
  };
}

function scalarsOf(traits: Record<string, unknown> | null): Record<string, Scalar> {
  const kept = Object.entries(traits ?? {}).flatMap(([name, value]): [string, Scalar][] => {
    const read = Scalar.safeParse(value);
    return read.success && name.length > 0 && name.length <= 64 ? [[name, read.data]] : [];
  });
  return Object.fromEntries(kept.slice(0, MOST_ATTRIBUTES));
}
