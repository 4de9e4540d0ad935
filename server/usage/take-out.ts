import { WIRE_EVENTS } from "../../lib/model/wire.ts";
import type { Sql } from "../db/database.ts";
import type { Person } from "../ingest/event.ts";
import { type PackedDay, readPacked, writePacked } from "./packed-days.ts";

/**
 * Takes a person out of all packed days, with their number, in a transaction in which nothing waits to be packed and
 * events of theirs, of these times (epoch ms), were deleted: R38 of docs/spec/delivery.md.
 */
export async function takeOutOfDays(
  sql: Sql,
  workspace: string,
  { person, anonymous }: Person,
  times: ReadonlySet<number>,
): Promise<void> {
  const [known] = await sql.query<{ number: number }>(
    `DELETE FROM packed_people WHERE workspace_id = $1 AND anonymous = $2 AND person = $3 RETURNING number`,
    [workspace, anonymous, person],
  );
  if (!known) return;
  if (!anonymous) {
    await sql.query("UPDATE users SET number = NULL WHERE workspace_id = $1 AND user_id = $2", [
      workspace,
      person,
    ]);
  }
  const days = (await readPacked(sql, workspace, "true", [])).filter(({ people }) =>
    people.includes(known.number),
  );
  if (days.length === 0) return;
  const lasts = await lastUses(
    sql,
    workspace,
    days.filter(({ last }) => last !== null && times.has(last)),
  );
  const rest = days.map((one) => {
    const { day, feature, people, counts } = one;
    const kept = new Map([...people].map((number, at) => [number, counts[at] ?? 0] as const));
    const theirs = kept.get(known.number) ?? 0;
    kept.delete(known.number);
    const last = lasts.get(`${day} ${feature}`) ?? one.last;
    return { day, feature, uses: one.uses - theirs, last, counts: kept };
  });
  await writePacked(sql, workspace, rest);
}

/** Of these days and features, when they were used last by what is left. */
async function lastUses(
  sql: Sql,
  workspace: string,
  days: readonly PackedDay[],
): Promise<Map<string, number>> {
  if (days.length === 0) return new Map();
  const rows = await sql.query<{ day: string; feature: string; last: number }>(
    `SELECT r.day, r.feature, max(e.at) AS last
     FROM json_to_recordset($2::json) AS r (day date, feature text)
       JOIN events e ON e.workspace_id = $1 AND e.type = 'track' AND e.event = $3
         AND e.at >= r.day AND e.at < r.day + 1 AND e.properties->>'feature' = r.feature
     GROUP BY 1, 2`,
    [
      workspace,
      JSON.stringify(days.map(({ day, feature }) => ({ day, feature }))),
      WIRE_EVENTS.feature,
    ],
  );
  return new Map(rows.map(({ day, feature, last }) => [`${day} ${feature}`, last]));
}
