import type { Sql } from "../db/database.ts";
import { dayOf } from "../ingest/fold.ts";
import { merged } from "../query/merged.ts";
import { looseDays } from "./pack-days.ts";
import { type Counted, unpack } from "./varints.ts";

const DAY_MS = 86_400_000;

/** What was used on a day, by whom. A person may stand there twice: as themselves, and as a device of theirs. */
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

interface Window {
  /** Days, "YYYY-MM-DD", both included; without `from`, all until then. */
  from?: string;
  to: string;
  /** Uses of features, whoever was seen at all, or both. */
  of: "features" | "seen" | "both";
}

const WANTED = { features: "<> ''", seen: "= ''", both: "IS NOT NULL" } as const;

/**
 * Who used what on each day of a period, people as they are known today (R11), by number: R71 of docs/spec/delivery.md. From packed
 * days where there are, else from the rollups.
 */
export async function readUses(
  sql: Sql,
  workspace: string,
  { from = "0001-01-01", to, of }: Window,
): Promise<Uses> {
  const loose = (await looseDays(sql, workspace)).filter((day) => day >= from && day <= to);
  const rows = await sql.query<{
    day: string;
    feature: string;
    uses: number;
    last: number | null;
    packed: string;
  }>(
    `SELECT day, feature, uses, last_at AS last, encode(packed, 'base64') AS packed FROM packed_days
     WHERE workspace_id = $1 AND day BETWEEN $2::date AND $3::date AND feature ${WANTED[of]}
       AND NOT day = ANY ($4::date[])`,
    [workspace, from, to, loose],
  );
  const numbers = await readNumbers(sql, workspace);
  const days = rows.map(({ packed, day, ...row }): DayUses => {
    const { people, counts } = unpack(Buffer.from(packed, "base64"));
    if (numbers.owner.size > 0) merge(people, numbers.owner);
    return { ...row, day: Date.parse(day) / DAY_MS, people, counts };
  });
  const live = await readLoose(sql, workspace, loose, of);
  const known = new Map<string, number>(numbers.unpacked);
  let next = numbers.size + numbers.unpacked.size;
  for (const group of Map.groupBy(live, (one) => `${one.day} ${one.feature}`).values()) {
    const [{ day, feature }] = group as [LooseRow];
    const people = new Int32Array(group.length);
    const counts = new Int32Array(group.length);
    let [uses, last] = [0, null as number | null];
    for (const [index, row] of group.entries()) {
      const key = personKey(row.unknown, row.who);
      const number = row.number ?? known.get(key) ?? next++;
      if (row.number === null) known.set(key, number);
      people[index] = number;
      counts[index] = row.count;
      uses += row.count;
      last = row.last === null ? last : Math.max(last ?? row.last, row.last);
    }
    days.push({ day: Date.parse(day) / DAY_MS, feature, uses, last, people, counts });
  }
  days.sort((a, b) => a.day - b.day);
  return { days, size: next, loose: known };
}

interface LooseRow {
  day: string;
  feature: string;
  unknown: boolean;
  who: string;
  count: number;
  last: number | null;
  number: number | null;
}

async function readLoose(
  sql: Sql,
  workspace: string,
  days: readonly string[],
  of: Window["of"],
): Promise<LooseRow[]> {
  if (days.length === 0) return [];
  const among = "day = ANY ($2::date[])";
  const features = `SELECT day, feature, unknown, who, count, last_at FROM ${merged("feature_days")} f WHERE ${among}`;
  const seen = `SELECT day, '' AS feature, unknown, who, 1::bigint AS count, NULL::timestamptz AS last_at
    FROM ${merged("person_days")} s WHERE ${among}`;
  const wanted = { features, seen, both: `${features} UNION ALL ${seen}` }[of];
  return sql.query<LooseRow>(
    `SELECT day, feature, unknown, who, count, last_at AS last, p.number FROM (${wanted}) u
     LEFT JOIN packed_people p ON p.workspace_id = $1::uuid AND p.anonymous = unknown AND p.person = who`,
    [workspace, days],
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
