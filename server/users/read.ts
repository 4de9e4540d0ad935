import type { Champion, ValueSource } from "../../lib/model/account-value.ts";
import type { User, UserDetail, UserField, UserList } from "../../lib/model/user.ts";
import { readPlace, writePlace } from "../accounts/page.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";

/** Ids of everybody whom the app named or somebody wrote down; `$1`: the workspace. */
const EVERYBODY = `
  SELECT user_id FROM users WHERE workspace_id = $1::uuid
  UNION SELECT user_id FROM user_records WHERE workspace_id = $1::uuid AND archived_at IS NULL`;

/** Ids of the people of an account: what the app says of somebody's account comes before what was written. */
export const peopleOf = (account: string) => `
  SELECT user_id FROM users WHERE workspace_id = $1::uuid AND account_id = ${account}
  UNION SELECT r.user_id FROM user_records r
  WHERE r.workspace_id = $1::uuid AND r.account_id = ${account} AND r.archived_at IS NULL AND NOT EXISTS (
    SELECT FROM users u WHERE u.workspace_id = $1::uuid AND u.user_id = r.user_id AND u.account_id IS NOT NULL)`;

/** Of `users` u and `user_records` r. */
const COLUMNS = `coalesce(u.account_id, r.account_id) AS account, r.name, r.email, r.role,
    coalesce(r.sources, '{}') AS sources, coalesce(u.traits, '{}') AS traits, u.traits_at AS "traitsAt",
    coalesce(u.verified, false) AS verified, u.first_at AS "firstSeen", u.last_at AS "lastSeen"`;

const people = (ids: string) => `(
  SELECT i.user_id AS id, ${COLUMNS} FROM (${ids}) i
  LEFT JOIN users u ON u.workspace_id = $1::uuid AND u.user_id = i.user_id
  LEFT JOIN user_records r ON r.workspace_id = $1::uuid AND r.user_id = i.user_id AND r.archived_at IS NULL) p`;

const CHAMPIONS = `LEFT JOIN account_records a ON a.workspace_id = $1::uuid AND a.account_id = p.account`;

/** The same for everybody, in one pass. */
const ALL_PEOPLE = `(
  SELECT coalesce(u.user_id, r.user_id) AS id, ${COLUMNS}
  FROM (SELECT * FROM users WHERE workspace_id = $1::uuid) u FULL JOIN (
    SELECT * FROM user_records WHERE workspace_id = $1::uuid AND archived_at IS NULL) r ON r.user_id = u.user_id) p`;

interface Row {
  id: string;
  account: string | null;
  name: string | null;
  email: string | null;
  role: string | null;
  sources: Record<string, ValueSource>;
  traits: Record<string, unknown>;
  traitsAt: number | null;
  verified: boolean;
  firstSeen: number | null;
  lastSeen: number | null;
  champions: readonly Champion[] | null;
}

export interface UserQuestion {
  q?: string | undefined;
  account?: string | undefined;
  limit: number;
  after?: string | undefined;
}

/** A page of people, in the order of their ids; `q` is part of an id, a name or an address. */
export async function listUsers(
  sql: Sql,
  workspace: string,
  { q, account, limit, after }: UserQuestion,
): Promise<UserList> {
  const rows = await sql.query<Row>(
    `SELECT p.*, a.champions FROM (
       SELECT * FROM ${account === undefined ? ALL_PEOPLE : people(peopleOf("$2::text"))}
     WHERE ($2::text IS NULL OR p.account = $2) AND ($4::text IS NULL OR p.id COLLATE "C" > $4 COLLATE "C")
       AND ($3::text IS NULL OR position(lower($3) IN lower(concat_ws(' ', p.id, p.name, p.email,
         p.traits->>'name', p.traits->>'email'))) > 0)
       ORDER BY p.id COLLATE "C" LIMIT $5::int) p ${CHAMPIONS}
     ORDER BY p.id COLLATE "C"`,
    [workspace, account ?? null, q ?? null, readPlace(after)?.[0] ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(toUser);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writePlace([last.id, ""]) : null };
}

/** The people of an account, those seen last first. */
export async function accountUsers(
  sql: Sql,
  workspace: string,
  account: string,
  limit: number,
): Promise<(User & Pick<UserDetail, "traits">)[]> {
  const rows = await sql.query<Row>(
    `SELECT p.*, a.champions FROM ${people(peopleOf("$2::text"))} ${CHAMPIONS}
     ORDER BY p."lastSeen" DESC NULLS LAST, p.id LIMIT $3::int`,
    [workspace, account, limit],
  );
  return rows.map((row) => ({ ...toUser(row), traits: row.traits }));
}

/** The names of these people, as far as they are known, by id. */
export async function namesOfUsers(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.query<Row>(
    `SELECT p.* FROM ${people("SELECT DISTINCT unnest($2::text[]) AS user_id")}`,
    [workspace, ids],
  );
  return new Map(
    rows.flatMap((row) => {
      const name = newest(row, "name");
      return name === null ? [] : [[row.id, name] as const];
    }),
  );
}

export async function readUser(sql: Sql, workspace: string, id: string): Promise<UserDetail> {
  const [row] = await sql.query<Row>(
    `SELECT p.*, a.champions FROM ${people("SELECT $2::text AS user_id")} ${CHAMPIONS}
     WHERE p.id IN (${EVERYBODY})`,
    [workspace, id],
  );
  if (!row) throw notFound("person with this id");
  return { ...toUser(row), sources: row.sources, traits: row.traits };
}

function toUser(row: Row): User {
  const { id, account, verified, firstSeen, lastSeen, champions } = row;
  const email = newest(row, "email");
  const name = newest(row, "name");
  const role = newest(row, "role");
  const champion = (champions ?? []).some(
    (one) =>
      one.leftOn === undefined &&
      (one.user === id || (one.email !== undefined && one.email === email)),
  );
  return { id, name, email, role, account, champion, verified, firstSeen, lastSeen };
}

/**
 * What is known of a field: what a person wrote stays, else the newest of what was written and what the app says in
 * traits (K3 and K4 of docs/spec/accounts.md).
 */
export function newest(
  row: Pick<Row, "name" | "email" | "role" | "sources" | "traits" | "traitsAt">,
  field: Exclude<UserField, "account">,
): string | null {
  const written = row[field];
  const trait = row.traits[field];
  const said = typeof trait === "string" && trait !== "" ? trait : null;
  const source = row.sources[field];
  if (source?.source === "hand" || said === null) return written;
  return source && source.at > (row.traitsAt ?? 0) ? written : said;
}
