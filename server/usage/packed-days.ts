import type { Sql } from "../db/database.ts";
import { type Counted, pack, unpack } from "./varints.ts";

/** What was used on a day, by whom, people by number. */
export interface PackedDay extends Counted {
  /** "YYYY-MM-DD", UTC. */
  day: string;
  /** Empty: who was seen at all, each counted once. */
  feature: string;
  uses: number;
  /** Epoch ms; null for who was seen. */
  last: number | null;
}

/** Packed days of which `where` holds, a condition on `packed_days d` with `$2` and so on as its values. */
export async function readPacked(
  sql: Sql,
  workspace: string,
  where: string,
  params: readonly unknown[],
): Promise<PackedDay[]> {
  const rows = await sql.query<Omit<PackedDay, keyof Counted> & { packed: string }>(
    `SELECT day, feature, uses, last_at AS last, encode(packed, 'base64') AS packed FROM packed_days d
     WHERE workspace_id = $1 AND ${where}`,
    [workspace, ...params],
  );
  return rows.map(({ packed, ...row }) => ({ ...row, ...unpack(Buffer.from(packed, "base64")) }));
}

/** Those of whom nothing is left are taken away. */
export async function writePacked(
  sql: Sql,
  workspace: string,
  days: readonly (Omit<PackedDay, keyof Counted> & { counts: ReadonlyMap<number, number> })[],
): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map(({ day, feature, uses, last, counts }) => ({
    day,
    feature,
    uses,
    last: last === null ? null : new Date(last).toISOString(),
    packed: Buffer.from(pack([...counts])).toString("base64"),
  }));
  const [gone, kept] = [rows.filter(({ uses }) => uses === 0), rows.filter(({ uses }) => uses > 0)];
  if (gone.length > 0) {
    await sql.query(
      `DELETE FROM packed_days d USING json_to_recordset($2::json) AS r (day date, feature text)
       WHERE d.workspace_id = $1 AND d.day = r.day AND d.feature = r.feature`,
      [workspace, JSON.stringify(gone)],
    );
  }
  await sql.query(
    `INSERT INTO packed_days (workspace_id, day, feature, uses, last_at, packed)
     SELECT $1::uuid, day, feature, uses, last, decode(packed, 'base64')
     FROM json_to_recordset($2::json) AS r (day date, feature text, uses bigint, last timestamptz, packed text)
     ON CONFLICT (workspace_id, day, feature) DO UPDATE
       SET uses = excluded.uses, last_at = excluded.last_at, packed = excluded.packed`,
    [workspace, JSON.stringify(kept)],
  );
}
