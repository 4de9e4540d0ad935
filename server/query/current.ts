import { merged } from "./merged.ts";

/**
 * The newest value of each signal for each person, over the devices that are one person's. `$1` is the workspace. Sorted by
 * what tells most values apart first, which takes a fraction of the comparisons.
 */
export const CURRENT = `(
  SELECT DISTINCT ON (who, signal, unknown)
    signal, unknown, who, kind, value, detail, version, since, at, message_id
  FROM ${merged("signal_values")} s ORDER BY who, signal, unknown, at DESC, message_id DESC)`;

/** A milestone was reached, or somebody is frustrated: of other kinds nothing is simply so. */
export const REACHED = "value = 'true'::jsonb";

/** What a client wrote as a number; NULL for everything else, so that no client can make a question fail. */
export function numberIn(jsonb: string): string {
  return `CASE WHEN jsonb_typeof(${jsonb}) = 'number' THEN (${jsonb} #>> '{}')::numeric END`;
}

/** What a client wrote as a time in epoch ms, as far as it can be one. */
export function timeIn(jsonb: string): string {
  const ms = numberIn(jsonb);
  return `CASE WHEN ${ms} BETWEEN 0 AND 253402300799999 THEN to_timestamp((${ms}) / 1000) END`;
}
