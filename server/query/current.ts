/** What devices said of a signal before it was known whose they are. */
const CLAIMED = `
  SELECT t.*, d.user_id AS who FROM signal_values t
    JOIN devices d ON d.workspace_id = t.workspace_id AND d.device = t.person
  WHERE t.workspace_id = $1::uuid AND t.anonymous AND d.user_id IS NOT NULL`;

const COLUMNS = "kind, value, detail, version, since, at, message_id";

/**
 * The newest value of each signal for each person, over the devices that are one person's. `$1` is the workspace. Only where
 * a device said something too there are several to choose from; most values stand alone, and are not sorted for it.
 */
export const CURRENT = `(
  SELECT signal, anonymous AS unknown, person AS who, ${COLUMNS} FROM signal_values t
  WHERE workspace_id = $1::uuid AND NOT anonymous
    AND NOT EXISTS (SELECT FROM (${CLAIMED}) c WHERE c.signal = t.signal AND c.who = t.person)
  UNION ALL
  SELECT signal, anonymous, person, ${COLUMNS} FROM signal_values t
  WHERE workspace_id = $1::uuid AND anonymous AND NOT EXISTS (SELECT FROM devices d
    WHERE d.workspace_id = $1::uuid AND d.device = t.person AND d.user_id IS NOT NULL)
  UNION ALL
  SELECT * FROM (
    SELECT DISTINCT ON (who, signal) signal, false, who, ${COLUMNS} FROM (
      SELECT signal, who, ${COLUMNS} FROM (${CLAIMED}) c
      UNION ALL
      SELECT signal, person, ${COLUMNS} FROM signal_values t
      WHERE workspace_id = $1::uuid AND NOT anonymous
        AND EXISTS (SELECT FROM (${CLAIMED}) c WHERE c.signal = t.signal AND c.who = t.person)) several
    ORDER BY who, signal, at DESC, message_id DESC) newest)`;

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
