import type { Sql } from "../db/database.ts";
import type { Person } from "../ingest/event.ts";
import { dayOf } from "../ingest/fold.ts";
import { readPacked } from "./packed-days.ts";
import { readLogged } from "./use-log.ts";
import type { Counted } from "./varints.ts";

const DAY_MS = 86_400_000;

/** What was used on a day, by whom. A person may stand there several times: as themselves and as a device of theirs, and so may a day and feature. */
export interface DayUses extends Counted {
  /** UTC, in days since 1970. */
  day: number;
  /** Empty: who was seen at all. */
  feature: string;
  uses: number;
  /** Epoch ms; null for who was seen. */
  last: number | null;
}

export interface Uses {
  /** Oldest first. */
  days: DayUses[];
  /** More than the largest number of a person. */
  size: number;
  /** Numbers of people who are not packed, by `personKey`. */
  loose: ReadonlyMap<string, number>;
}

export const personKey = (unknown: boolean, who: string) => `${unknown ? "?" : "="}${who}`;

/** Days are "YYYY-MM-DD", and included. */
interface Window {
  /** The first day of which it is asked who was seen at all; without, that is not asked. */
  seen?: string;
  /** The first day of which uses of features are asked; without, they are not. */
  used?: string;
  to: string;
}

/** Before all other days. */
export const EVER = "0001-01-01";

/**
 * Who used what on each day of a period, people as they are known today (R11), by number: R71 of docs/spec/delivery.md. From
 * packed days, and from what waits to be packed.
 */
export async function readUses(
  sql: Sql,
  workspace: string,
  { seen, used, to }: Window,
): Promise<Uses> {
  const packed = await readPacked(
    sql,
    workspace,
    `day BETWEEN least($3::date, $4::date) AND $2::date
       AND day >= CASE feature WHEN '' THEN $3::date ELSE $4::date END`,
    [to, seen ?? null, used ?? null],
  );
  const numbers = await readNumbers(sql, workspace);
  const days = packed.map(({ day, people, ...row }): DayUses => {
    if (numbers.owner.size > 0) merge(people, numbers.owner);
    return { ...row, people, day: Date.parse(day) / DAY_MS };
  });
  const loose = new Map<string, number>(numbers.unpacked);
  let size = numbers.size + numbers.unpacked.size;
  const rows = await sql.query<{ said: string }>(
    "SELECT said FROM use_log WHERE workspace_id = $1",
    [workspace],
  );
  const waiting = rows.map(({ said }) => readLogged(said));
  const known = await whoAre(
    sql,
    workspace,
    waiting.flatMap(({ people }) => people),
  );
  const numberOf = ({ anonymous, person }: Person): number => {
    const who = known.get(personKey(anonymous, person));
    const key = who?.key ?? personKey(anonymous, person);
    const number = who?.number ?? loose.get(key) ?? size++;
    if (who?.number == null) loose.set(key, number);
    return number;
  };
  const isWanted = ({ day, feature }: { day: string; feature: string }) => {
    const from = feature === "" ? seen : used;
    return from !== undefined && day >= from && day <= to;
  };
  for (const { people, uses } of waiting) {
    const wanted = uses.filter(isWanted);
    const own = wanted.length > 0 ? people.map(numberOf) : [];
    for (const { day, feature, last, places, counts } of wanted) {
      days.push({
        day: Date.parse(day) / DAY_MS,
        feature,
        last,
        uses: counts.reduce((sum, count) => sum + count, 0),
        people: Int32Array.from(places, (place) => own[place] ?? 0),
        counts: Int32Array.from(counts),
      });
    }
  }
  days.sort((a, b) => a.day - b.day);
  return { days, size, loose };
}

/** By the names of people: as whom they are known today, and the number of that person, null if there is none yet. */
export async function whoAre(
  sql: Sql,
  workspace: string,
  people: readonly Person[],
): Promise<Map<string, { key: string; number: number | null }>> {
  if (people.length === 0) return new Map();
  const distinct = new Map(people.map((one) => [personKey(one.anonymous, one.person), one]));
  const rows = await sql.query<Person & { user: string | null; number: number | null }>(
    `SELECT r.anonymous, r.person, d.user_id AS "user", p.number
     FROM json_to_recordset($2::json) AS r (anonymous boolean, person text)
       LEFT JOIN devices d ON r.anonymous AND d.workspace_id = $1 AND d.device = r.person
       LEFT JOIN packed_people p ON p.workspace_id = $1
         AND p.anonymous = (r.anonymous AND d.user_id IS NULL) AND p.person = coalesce(d.user_id, r.person)`,
    [workspace, JSON.stringify([...distinct.values()])],
  );
  return new Map(
    rows.map(({ anonymous, person, user, number }) => {
      const key = user === null ? personKey(anonymous, person) : personKey(false, user);
      return [personKey(anonymous, person), { key, number }];
    }),
  );
}

/** Whose number the number of a device stands for, where somebody was known on it, and how many numbers there are. */
async function readNumbers(
  sql: Sql,
  workspace: string,
): Promise<{ size: number; owner: Map<number, number>; unpacked: Map<string, number> }> {
  const [most] = await sql.query<{ size: number }>(
    "SELECT coalesce(max(number) + 1, 0) AS size FROM packed_people WHERE workspace_id = $1",
    [workspace],
  );
  const size = most?.size ?? 0;
  const rows = await sql.query<{ device: number; user: number | null; id: string }>(
    `SELECT p.number AS device, u.number AS "user", d.user_id AS id
     FROM packed_people p JOIN devices d ON d.workspace_id = p.workspace_id AND d.device = p.person
       LEFT JOIN packed_people u ON u.workspace_id = p.workspace_id AND NOT u.anonymous AND u.person = d.user_id
     WHERE p.workspace_id = $1 AND p.anonymous AND d.user_id IS NOT NULL`,
    [workspace],
  );
  const unpacked = new Map<string, number>();
  const owner = new Map<number, number>();
  for (const { device, user, id } of rows) {
    const key = personKey(false, id);
    const number = user ?? unpacked.get(key) ?? size + unpacked.size;
    if (user === null) unpacked.set(key, number);
    owner.set(device, number);
  }
  return { size, owner, unpacked };
}

function merge(people: Int32Array, owner: ReadonlyMap<number, number>): void {
  for (let index = 0; index < people.length; index++) {
    const number = people[index] ?? 0;
    people[index] = owner.get(number) ?? number;
  }
}

/** The day that stands for a number of days since 1970. */
export function dayText(day: number): string {
  return dayOf(day * DAY_MS);
}
