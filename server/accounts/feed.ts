import { uuidv7 } from "uuidv7";
import type { Sql } from "../db/database.ts";
import { dayOf } from "../ingest/fold.ts";
import type { People } from "../ingest/fold-people.ts";
import { type SayingOf, saveAccounts } from "./save.ts";
import { valuesOfTraits } from "./traits.ts";

/**
 * What apps said about accounts reaches their records, in the transaction of the messages: every account that was named
 * has one (K1 of docs/spec/accounts.md). `missing`: those of them that have none yet.
 */
export async function feedAccounts(
  sql: Sql,
  workspace: string,
  accounts: People["accounts"],
  now: number,
  missing: ReadonlySet<string>,
): Promise<void> {
  const said = accounts.map(({ account_id: id, traits, traits_at }): SayingOf => {
    const at = traits_at === null ? now : Date.parse(traits_at);
    const day = dayOf(Math.min(at, now));
    const saying = { source: "app" as const, at, by: null, overwrite: false, import: null };
    return {
      id,
      said: { values: valuesOfTraits(traits, day), mrrHistory: [], stageSince: undefined },
      saying,
    };
  });
  const silent = said.filter(({ said: { values } }) => Object.keys(values).length === 0);
  const telling = said.filter((one) => !silent.includes(one));
  await saveAccounts(sql, workspace, [...telling, ...silent.filter(({ id }) => missing.has(id))], {
    now,
    newId: uuidv7,
    stages: new Set(),
  });
}

/** Which of these accounts have no record. */
export async function missingAccounts(
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM jsonb_array_elements_text($2::jsonb) AS id
     WHERE NOT EXISTS (SELECT FROM account_records WHERE workspace_id = $1 AND account_id = id)`,
    [workspace, JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}
