import type { Guide } from "../../lib/model/guide.ts";
import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import type { DriftLimits } from "./limits.ts";
import { LAST_FIRST, MISSED, SIGHTINGS } from "./sightings.ts";

/** A step whose element most people do not find. */
export interface Vanished {
  step: string;
  missed: number;
  looked: number;
  missedSince: number;
}

/** Steps that cannot do without their element: the person would wait for it, or the guide would end. */
export function requiredSteps({ steps }: Guide): string[] {
  return steps
    .filter(({ anchor, onMissing = "wait" }) => anchor && ["wait", "end"].includes(onMissing))
    .map(({ id }) => id);
}

/**
 * The step of this version whose element most of those who looked since `since` (epoch ms) did not find, if they are
 * enough (R32 of docs/spec/delivery.md). A step may wait for its page to be opened, so a miss counts only on pages where
 * the element was found at some time; if it never was, on every page. Where identities are signed, the unsigned, which
 * anybody can make up, do not count.
 */
export async function findVanished(
  sql: Sql,
  order: { workspace: string; guide: Guide; version: number; since: number },
  limits: DriftLimits,
): Promise<Vanished | undefined> {
  const { workspace, guide, version, since } = order;
  const params = [workspace, guide.id, version, requiredSteps(guide), isoOf(since)];
  const rows = (await isWorthALook(sql, params, limits)) ? await count(sql, params) : [];
  return rows
    .filter(({ missed, looked }) => looked >= limits.people && missed > looked * limits.missed)
    .toSorted((a, b) => b.missed / b.looked - a.missed / a.looked || (a.step < b.step ? -1 : 1))[0];
}

const ASKED = `guide = $2 AND version = $3::int AND step = ANY ($4::text[])
  AND day >= ($5::timestamptz AT TIME ZONE 'UTC')::date AND last_at > $5::timestamptz`;

/** Most guides are missed by few: that is answered without going over everybody who found them. */
async function isWorthALook(
  sql: Sql,
  params: readonly unknown[],
  { people, missed }: DriftLimits,
): Promise<boolean> {
  const steps = await sql.query(
    `SELECT step FROM guide_targets WHERE workspace_id = $1::uuid AND ${ASKED} AND ${MISSED}
     GROUP BY step HAVING count(DISTINCT (anonymous, person)) > $6::float8`,
    [...params, people * missed],
  );
  return steps.length > 0;
}

function count(sql: Sql, params: readonly unknown[]): Promise<Vanished[]> {
  return sql.query<Vanished>(
    `WITH pages AS (
       SELECT step, page FROM guide_target_pages WHERE workspace_id = $1::uuid AND guide = $2),
     latest AS (
       SELECT DISTINCT ON (step, unknown, who) step, ${MISSED} AS missed, first_at FROM ${SIGHTINGS} s
       WHERE ${ASKED}
         AND (verified OR NOT EXISTS (SELECT FROM identity_keys WHERE workspace_id = $1::uuid))
         AND (NOT (${MISSED}) OR (step, page) IN (SELECT step, page FROM pages)
           OR step NOT IN (SELECT step FROM pages))
       ORDER BY step, ${LAST_FIRST})
     SELECT step, count(*) FILTER (WHERE missed) AS missed, count(*) AS looked,
       greatest(min(first_at) FILTER (WHERE missed), $5::timestamptz) AS "missedSince"
     FROM latest GROUP BY step`,
    params,
  );
}
