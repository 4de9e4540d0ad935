import { dayOf } from "../ingest/fold.ts";

/**
 * A table of facts with the person as known today: what a device did before anybody was known on it belongs to the
 * first user who was. `$1` is the workspace.
 */
export function merged(
  table:
    | "guide_progress"
    | "guide_targets"
    | "signal_values"
    | "signal_days"
    | "experiment_exposures"
    | "survey_answers",
) {
  return `(
    SELECT t.*, coalesce(d.user_id, t.person) AS who, t.anonymous AND d.user_id IS NULL AS unknown
    FROM ${table} t LEFT JOIN devices d
      ON t.anonymous AND d.workspace_id = t.workspace_id AND d.device = t.person
    WHERE t.workspace_id = $1::uuid)`;
}

/** Distinct people of `merged` rows. */
export const PEOPLE = `count(DISTINCT (CASE WHEN unknown THEN '?' ELSE '=' END || who) COLLATE "C")`;

/** The UTC days of a period that ends today, oldest first. */
export function daysUntil(now: number, days: number): string[] {
  return Array.from({ length: days }, (_, index) => dayOf(now - (days - 1 - index) * 86_400_000));
}
