import { uuidv7 } from "uuidv7";
import type { Database, Sql } from "../db/database.ts";
import type { Person } from "../ingest/event.ts";
import { readPacked, writePacked } from "./packed-days.ts";
import { personKey } from "./read-uses.ts";
import { type LoggedUses, readLogged } from "./use-log.ts";

/** What is packed at once: so many transactions, and, beyond the first, so many people's counts. */
const AT_ONCE = { transactions: 1_000, counts: 200_000 };
/** After every id. */
const WHATEVER = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Until the end of the transaction nobody else packs days of this workspace. */
export async function holdDays(sql: Sql, workspace: string): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7)) IS NULL", [workspace]);
}

/** Packs what waits, some of it in each transaction; `signal` ends it between two. R71 of docs/spec/delivery.md. */
export async function packDays(
  { db }: { db: Database },
  workspace: string,
  signal?: AbortSignal,
): Promise<void> {
  // What is stored from now on waits for the next time, or this would not end while much is stored.
  const until = uuidv7();
  let more = true;
  while (more) {
    signal?.throwIfAborted();
    more = await db.transaction(workspace, (sql) => packSome(sql, workspace, until));
  }
}

/** Packs all that waits, in a transaction that goes on. */
export async function packAll(sql: Sql, workspace: string): Promise<void> {
  let more = true;
  while (more) more = await packSome(sql, workspace, WHATEVER);
}

/** Whether there was something. */
async function packSome(sql: Sql, workspace: string, until: string): Promise<boolean> {
  const held = holdDays(sql, workspace);
  const waiting = sql.query<{ said: string }>(
    `DELETE FROM use_log WHERE workspace_id = $1 AND id IN (
       SELECT id FROM (
         SELECT id, sum(counts) OVER (ORDER BY id) - counts AS before FROM use_log
         WHERE workspace_id = $1 AND id <= $2 ORDER BY id LIMIT ${AT_ONCE.transactions}) w
       WHERE before < ${AT_ONCE.counts})
     RETURNING said`,
    [workspace, until],
  );
  const [rows] = await Promise.all([waiting, held]);
  if (rows.length === 0) return false;
  await packUses(
    sql,
    workspace,
    rows.map(({ said }) => readLogged(said)),
  );
  return true;
}

/** Adds to the packed days, and marks these days as due for counting (H20 of docs/spec/health.md). */
export async function packUses(
  sql: Sql,
  workspace: string,
  logged: readonly LoggedUses[],
): Promise<void> {
  const touched = new Map(
    logged.flatMap(({ uses }) =>
      uses.map(({ day, feature }) => [`${day} ${feature}`, { day, feature }] as const),
    ),
  );
  const keys = JSON.stringify([...touched.values()]);
  const [there, numbers] = await Promise.all([
    readPacked(
      sql,
      workspace,
      "(day, feature) IN (SELECT day, feature FROM json_to_recordset($2::json) AS r (day date, feature text))",
      [keys],
    ),
    numbersOf(
      sql,
      workspace,
      logged.flatMap(({ people }) => people),
    ),
  ]);
  const days = new Map<string, Adding>();
  for (const { people, uses } of logged) {
    const own = people.map(({ anonymous, person }) => numbers.get(personKey(anonymous, person)));
    for (const { day, feature, last, places, counts } of uses) {
      const key = `${day} ${feature}`;
      const row = days.get(key) ?? { day, feature, last: null, uses: 0, counts: new Map() };
      days.set(key, row);
      row.last = later(row.last, last);
      for (const [at, place] of places.entries()) add(row, own[place] ?? 0, counts[at] ?? 0);
    }
  }
  for (const { day, feature, last, people, counts } of there) {
    const row = days.get(`${day} ${feature}`);
    if (!row) continue;
    row.last = later(row.last, last);
    for (const [at, person] of people.entries()) add(row, person, counts[at] ?? 0);
  }
  const added = [...days.values()];
  await Promise.all([
    writePacked(sql, workspace, added),
    markDays(sql, workspace, new Set(added.map(({ day }) => day))),
  ]);
}

interface Adding {
  day: string;
  feature: string;
  uses: number;
  last: number | null;
  counts: Map<number, number>;
}

/** Who was seen is counted once, however often it was said. */
function add(row: Adding, person: number, count: number): void {
  const before = row.counts.get(person) ?? 0;
  const after = row.feature === "" ? 1 : before + count;
  row.counts.set(person, after);
  row.uses += after - before;
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** By `personKey`; whoever has no number yet gets the next one. */
async function numbersOf(
  sql: Sql,
  workspace: string,
  people: readonly Person[],
): Promise<Map<string, number>> {
  const distinct = new Map(people.map((one) => [personKey(one.anonymous, one.person), one]));
  const rows = await sql.query<Person & { number: number }>(
    `SELECT p.anonymous, p.person, p.number FROM json_to_recordset($2::json) AS r (anonymous boolean, person text)
       JOIN packed_people p ON p.workspace_id = $1 AND p.anonymous = r.anonymous AND p.person = r.person`,
    [workspace, JSON.stringify([...distinct.values()])],
  );
  const numbers = new Map(
    rows.map(({ anonymous, person, number }) => [personKey(anonymous, person), number]),
  );
  const fresh = [...distinct].filter(([key]) => !numbers.has(key));
  if (fresh.length === 0) return numbers;
  const [most] = await sql.query<{ next: number }>(
    "SELECT coalesce(max(number) + 1, 0) AS next FROM packed_people WHERE workspace_id = $1",
    [workspace],
  );
  const next = most?.next ?? 0;
  const made = fresh.map(([, { anonymous, person }], at) => ({
    anonymous,
    person,
    number: next + at,
  }));
  await sql.query(
    `INSERT INTO packed_people (workspace_id, anonymous, person, number)
     SELECT $1::uuid, anonymous, person, number
     FROM json_to_recordset($2::json) AS r (anonymous boolean, person text, number int)`,
    [workspace, JSON.stringify(made)],
  );
  // In the order in which ingestion takes hold of them.
  await sql.query(
    `UPDATE users u SET number = r.number FROM (
       SELECT k.user_id, r.number FROM json_to_recordset($2::json) AS r (anonymous boolean, person text, number int)
         JOIN users k ON k.workspace_id = $1 AND k.user_id = r.person AND NOT r.anonymous
       ORDER BY k.user_id COLLATE "C" FOR UPDATE OF k) r
     WHERE u.workspace_id = $1 AND u.user_id = r.user_id`,
    [workspace, JSON.stringify(made)],
  );
  for (const [at, [key]] of fresh.entries()) numbers.set(key, next + at);
  return numbers;
}

async function markDays(sql: Sql, workspace: string, days: ReadonlySet<string>): Promise<void> {
  await sql.query(
    `INSERT INTO usage_days_due (workspace_id, day, taken)
     SELECT $1::uuid, day, false FROM unnest($2::date[]) AS d (day) ORDER BY day
     ON CONFLICT DO NOTHING`,
    [workspace, [...days]],
  );
}
