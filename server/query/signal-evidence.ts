import type { SignalEvidence } from "../../lib/model/signal-report.ts";
import type { Sql } from "../db/database.ts";
import { notFound } from "../http/errors.ts";
import { CURRENT } from "./current.ts";

type Said = Omit<SignalEvidence, "signal" | "user" | "events" | "kept"> & { evidence: unknown };

/** Why somebody's signal is what it is: the events that their device names, as far as those were sent. */
export async function signalEvidence(
  sql: Sql,
  workspace: string,
  id: string,
  who: { person: string; anonymous: boolean },
): Promise<SignalEvidence> {
  const { person, anonymous } = who;
  const [said] = await sql.query<Said>(
    `SELECT c.value, c.since, c.at, c.version, c.detail, e.properties->'evidence' AS evidence
     FROM ${CURRENT} c JOIN events e ON e.workspace_id = $1::uuid AND e.message_id = c.message_id
     WHERE signal = $2 AND who = $3 AND unknown = $4::boolean`,
    [workspace, id, person, anonymous],
  );
  if (!said) throw notFound(`signal "${id}" of ${anonymous ? "device" : "user"} "${person}"`);
  const { evidence, ...value } = said;
  const named = Array.isArray(evidence) ? evidence.filter((one) => typeof one === "string") : [];
  const ids = [...new Set(named)].slice(0, 128);
  const events = await sql.query<SignalEvidence["events"][number]>(
    `SELECT message_id AS id, at, coalesce(event, type) AS event, properties->>'feature' AS feature
     FROM events WHERE workspace_id = $1::uuid AND message_id = ANY ($2::text[]) ORDER BY at, seq`,
    [workspace, ids],
  );
  return { signal: id, user: person, ...value, events, kept: ids.length - events.length };
}
