import type { HealthDefinitions } from "../../lib/model/health.ts";
import type { Sql } from "../db/database.ts";
import { CURRENT } from "../query/current.ts";
import type { AccountFacts } from "./facts.ts";

/** V28 of docs/spec/signals.md. */
const HOLDS = `c.value IN ('true'::jsonb, '"adopted"', '"habitual"', '"done"', '"medium"', '"high"', '"moved"')`;

/** The signals that definitions ask for. */
export function wantedSignals({ profiles, churn }: HealthDefinitions): string[] {
  const measured = profiles.flatMap(({ scores }) =>
    scores.flatMap(({ measures }) =>
      measures.flatMap((one) => (one.kind === "signal" ? [one.signal] : [])),
    ),
  );
  const watched = churn.watches.flatMap(({ on }) => (on.type === "signal" ? [on.signal] : []));
  return [...new Set([...measured, ...watched])];
}

/** By account and signal: of how many people it is known, and for how many it holds. */
export async function signalShares(
  sql: Sql,
  workspace: string,
  signals: readonly string[],
): Promise<Map<string, AccountFacts["signals"]>> {
  if (signals.length === 0) return new Map();
  const rows = await sql.query<{ id: string; signal: string; known: number; holding: number }>(
    `SELECT u.account_id AS id, c.signal, count(*) AS known, count(*) FILTER (WHERE ${HOLDS}) AS holding
     FROM ${CURRENT} c JOIN users u ON u.workspace_id = $1::uuid AND u.user_id = c.who
     WHERE NOT c.unknown AND c.signal IN (SELECT jsonb_array_elements_text($2::jsonb))
       AND c.value IS NOT NULL AND u.account_id IS NOT NULL
     GROUP BY u.account_id, c.signal`,
    [workspace, JSON.stringify(signals)],
  );
  const byAccount = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...byAccount].map(([id, said]) => [
      id,
      new Map(said.map(({ signal, known, holding }) => [signal, { known, holding }])),
    ]),
  );
}
