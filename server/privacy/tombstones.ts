import type { Sql } from "../db/database.ts";
import type { IncomingEvent } from "../ingest/event.ts";
import { fingerprint } from "./subject.ts";

/**
 * Until the end of the transaction nobody's data are deleted in this workspace, or, `alone`, nothing is stored there:
 * else a message could be judged before a deletion and stored after it.
 */
export async function holdPeople(sql: Sql, workspace: string, alone = false): Promise<void> {
  const lock = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
  await sql.query(`SELECT ${lock}(hashtextextended($1, 0)) IS NULL`, [workspace]);
}

/** Events by the fingerprints of those whose they are. */
export type ByName = ReadonlyMap<string, readonly IncomingEvent[]>;

export function byName(workspace: string, events: readonly IncomingEvent[]): ByName {
  const byPerson = Map.groupBy(events, ({ user, device }) => JSON.stringify([user, device]));
  const names = new Map<string, IncomingEvent[]>();
  for (const some of byPerson.values()) {
    for (const name of namesOf(workspace, some[0] as IncomingEvent)) {
      names.set(name, [...(names.get(name) ?? []), ...some]);
    }
  }
  return names;
}

/** The ids of those events that are not taken, because what their person had done by then was deleted (R39). */
export async function findErased(sql: Sql, workspace: string, names: ByName): Promise<Set<string>> {
  const rows = await sql.query<{ fingerprint: string; until: number | null }>(
    `SELECT fingerprint, until FROM erasures
     WHERE workspace_id = $1 AND fingerprint IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify([...names.keys()])],
  );
  const erased = rows.flatMap(({ fingerprint: name, until }) =>
    (names.get(name) ?? []).filter(({ at }) => until === null || at <= until),
  );
  return new Set(erased.map(({ messageId }) => messageId));
}

/** Which of these users had their data deleted at some time (R39): only their app may name them again. */
export async function findErasedUsers(
  sql: Sql,
  workspace: string,
  users: readonly string[],
): Promise<Set<string>> {
  const names = new Map(users.map((user) => [fingerprint(workspace, "user", user), user]));
  const rows = await sql.query<{ fingerprint: string }>(
    `SELECT fingerprint FROM erasures
     WHERE workspace_id = $1 AND fingerprint IN (SELECT jsonb_array_elements_text($2::jsonb))`,
    [workspace, JSON.stringify([...names.keys()])],
  );
  return new Set(rows.flatMap((row) => names.get(row.fingerprint) ?? []));
}

function namesOf(workspace: string, { user, device }: IncomingEvent): string[] {
  return [
    ...(user !== null ? [fingerprint(workspace, "user", user)] : []),
    ...(device !== null ? [fingerprint(workspace, "device", device)] : []),
    ...(device !== null && user === null ? [fingerprint(workspace, "anonymous", device)] : []),
  ];
}

/** From now on what happened up to `until` (epoch ms; null: whenever) is not taken. What is stricter stays. */
export async function entomb(
  sql: Sql,
  workspace: string,
  name: string,
  until: number | null,
): Promise<void> {
  await sql.query(
    `INSERT INTO erasures (workspace_id, fingerprint, until) VALUES ($1, $2, $3)
     ON CONFLICT (workspace_id, fingerprint) DO UPDATE SET until =
       CASE WHEN erasures.until IS NULL OR excluded.until IS NULL THEN NULL
            ELSE greatest(erasures.until, excluded.until) END`,
    [workspace, name, until === null ? null : new Date(until).toISOString()],
  );
}
