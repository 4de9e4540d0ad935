import type { FeatureAdoption } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { daysUntil, merged, PEOPLE } from "./merged.ts";

interface Use {
  feature: string;
  /** null: the whole period. */
  day: string | null;
  users: number;
  events: number;
  last: number;
}

/** How many people used each feature in the last `days` days; features that nobody used are there with zeros. */
export async function featureAdoption(
  sql: Sql,
  workspace: string,
  days: number,
  now: number,
): Promise<FeatureAdoption> {
  const period = daysUntil(now, days);
  const params = [workspace, period[0], period.at(-1)];
  const uses = await sql.query<Use>(
    `SELECT feature, day, ${PEOPLE} AS users, sum(count) AS events, max(last_at) AS last
     FROM ${merged("feature_days")} f WHERE day BETWEEN $2::date AND $3::date
     GROUP BY GROUPING SETS ((feature, day), (feature)) ORDER BY feature, day`,
    params,
  );
  const [active] = await sql.query<{ users: number }>(
    `SELECT ${PEOPLE} AS users FROM ${merged("person_days")} p WHERE day BETWEEN $2::date AND $3::date`,
    params,
  );
  const named = await namesOf(sql, workspace);
  const ids = new Set([...named.keys(), ...uses.map((use) => use.feature)]);
  const byFeature = Map.groupBy(uses, (use) => use.feature);
  return {
    days,
    activeUsers: active?.users ?? 0,
    features: [...ids]
      .map((feature) => adoption(feature, named.get(feature), byFeature.get(feature) ?? [], period))
      .sort((a, b) => b.users - a.users || b.events - a.events || (a.feature < b.feature ? -1 : 1)),
  };
}

function adoption(
  feature: string,
  named: { name: string; group: string | null; publishedAt: number | null } | undefined,
  uses: readonly Use[],
  period: readonly string[],
): FeatureAdoption["features"][number] {
  const whole = uses.find((use) => use.day === null);
  const onDay = new Map(uses.map((use) => [use.day, use]));
  return {
    feature,
    name: named?.name ?? feature,
    group: named?.group ?? null,
    users: whole?.users ?? 0,
    events: whole?.events ?? 0,
    lastSeen: whole?.last ?? null,
    publishedAt: named?.publishedAt ?? null,
    perDay: period.map((day) => ({
      day,
      users: onDay.get(day)?.users ?? 0,
      events: onDay.get(day)?.events ?? 0,
    })),
  };
}

async function namesOf(sql: Sql, workspace: string) {
  const published = await readPublished(sql, workspace);
  const first = await sql.query<{ id: string; at: number }>(
    `SELECT id, min(published_at) AS at FROM document_versions
     WHERE workspace_id = $1 AND kind = 'features' GROUP BY id`,
    [workspace],
  );
  const since = new Map(first.map(({ id, at }) => [id, at]));
  return new Map(
    published.flatMap(({ kind, id, body }) =>
      kind === "features"
        ? [
            [
              id,
              { name: body.name, group: body.group ?? null, publishedAt: since.get(id) ?? null },
            ] as const,
          ]
        : [],
    ),
  );
}
