import type { Sql } from "../../server/db/database.ts";
import { dayText, EVER, personKey, readUses } from "../../server/usage/read-uses.ts";

const ALL = { seen: EVER, used: EVER, to: "9999-12-31" };

/** What questions are told: by day, feature and person as known today how often, and by day and feature when last. */
export async function toldDays(sql: Sql, workspace: string): Promise<string[]> {
  const { days, loose } = await readUses(sql, workspace, ALL);
  const names = new Map([...loose].map(([key, number]) => [number, key]));
  const packed = await sql.query<{ anonymous: boolean; person: string; number: number }>(
    "SELECT anonymous, person, number FROM packed_people WHERE workspace_id = $1",
    [workspace],
  );
  for (const one of packed) names.set(one.number, personKey(one.anonymous, one.person));
  const counts = new Map<string, number>();
  const lasts = new Map<string, number>();
  for (const { day, feature, last, ...one } of days) {
    const place = `${dayText(day)} ${feature}`;
    if (last !== null) lasts.set(place, Math.max(lasts.get(place) ?? 0, last));
    for (const [at, person] of one.people.entries()) {
      const key = `${place} ${names.get(person)}`;
      const before = feature === "" ? 0 : (counts.get(key) ?? 0);
      counts.set(key, before + (one.counts[at] ?? 0));
    }
  }
  return [...counts, ...lasts].map(([key, value]) => `${key} ${value}`).sort();
}

/** The same, worked out from the events alone. */
export async function happenedDays(sql: Sql, workspace: string): Promise<string[]> {
  const rows = await sql.query<{ day: string; feature: string; who: string; value: number }>(
    `WITH happened AS (
       SELECT (e.at AT TIME ZONE 'UTC')::date AS day, e.at,
         CASE WHEN e.type = 'track' AND e.event = 'Feature Used' THEN e.properties->>'feature' END AS feature,
         CASE WHEN e.anonymous AND d.user_id IS NULL THEN '?' ELSE '=' END || coalesce(d.user_id, e.person) AS who
       FROM events e LEFT JOIN devices d ON e.anonymous AND d.workspace_id = e.workspace_id AND d.device = e.person
       WHERE e.workspace_id = $1 AND e.person IS NOT NULL)
     SELECT day, '' AS feature, who, 1::bigint AS value FROM happened GROUP BY 1, 3
     UNION ALL SELECT day, feature, who, count(*) FROM happened WHERE feature IS NOT NULL GROUP BY 1, 2, 3
     UNION ALL SELECT day, feature, '', (extract(epoch FROM max(at)) * 1000)::bigint FROM happened
       WHERE feature IS NOT NULL GROUP BY 1, 2`,
    [workspace],
  );
  return rows
    .map(({ day, feature, who, value }) =>
      [`${day} ${feature}`, who, value].filter((part) => part !== "").join(" "),
    )
    .sort();
}
