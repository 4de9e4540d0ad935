import type { FeatureAdoption } from "../../lib/model/query.ts";
import type { Sql } from "../db/database.ts";
import { readPublished } from "../documents/published.ts";
import { dayText, readUses, type Uses } from "../usage/read-uses.ts";
import { daysUntil } from "./merged.ts";

const DAY_MS = 86_400_000;

interface Use {
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
  const today = Math.floor(now / DAY_MS);
  const from = dayText(today - days + 1);
  const read = await readUses(sql, workspace, { seen: from, used: from, to: dayText(today) });
  const byFeature = countUses(read);
  const seen = byFeature.get("");
  byFeature.delete("");
  const named = await namesOf(sql, workspace);
  const ids = new Set([...named.keys(), ...byFeature.keys()]);
  return {
    days,
    activeUsers: seen?.find(({ day }) => day === null)?.users ?? 0,
    features: [...ids]
      .map((feature) => adoption(feature, named.get(feature), byFeature.get(feature) ?? [], period))
      .sort((a, b) => b.users - a.users || b.events - a.events || (a.feature < b.feature ? -1 : 1)),
  };
}

/** By feature: people and uses of each day, and of the whole period. */
function countUses({ days, size }: Uses): Map<string, Use[]> {
  const byFeature = Map.groupBy(days, ({ feature }) => feature);
  return new Map(
    [...byFeature].map(([feature, all]) => {
      const last = Math.max(0, ...all.map((one) => one.last ?? 0));
      const events = all.reduce((sum, { uses }) => sum + uses, 0);
      /** Of each person, the last day on which they were counted. */
      const countedOn = new Int32Array(size).fill(-1);
      const whole: Use = { day: null, users: 0, events, last };
      const counted = [...Map.groupBy(all, ({ day }) => day)].map(([day, some]) => {
        const use: Use = { day: dayText(day), users: 0, events: 0, last };
        for (const { people, uses } of some) {
          use.events += uses;
          for (let index = 0; index < people.length; index++) {
            const person = people[index] as number;
            const before = countedOn[person] as number;
            if (before < 0) whole.users += 1;
            if (before !== day) use.users += 1;
            countedOn[person] = day;
          }
        }
        return use;
      });
      return [feature, [...counted, whole]];
    }),
  );
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
