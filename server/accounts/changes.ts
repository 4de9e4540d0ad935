import type { AccountChange, AccountChanges } from "../../lib/model/account-change.ts";
import type { Sql } from "../db/database.ts";
import { readPlace, writePlace } from "./page.ts";
import { readAccount } from "./read.ts";

/** Columns of a change, and the tables they are of. */
export const CHANGE = `h.id, h.at, h.source, coalesce(c.name, '') AS by, h.what, h.subject, h.before, h.after,
  h.import_id AS import`;
export const CHANGES = `account_changes h
  LEFT JOIN credentials c ON c.workspace_id = h.workspace_id AND c.id = h.done_by`;

/** What was changed about an account, newest first. */
export async function listChanges(
  sql: Sql,
  workspace: string,
  account: string,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<AccountChanges> {
  await readAccount(sql, workspace, account);
  const place = readPlace(after);
  const rows = await sql.query<AccountChange & { place: string }>(
    `SELECT ${CHANGE}, h.at::text AS place FROM ${CHANGES}
     WHERE h.workspace_id = $1 AND h.account_id = $2
       AND ($3::text IS NULL OR (h.at, h.id) < ($3::text::timestamptz, $4::text::uuid))
     ORDER BY h.at DESC, h.id DESC LIMIT $5::int`,
    [workspace, account, place?.[0] ?? null, place?.[1] ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ place: _, ...change }) => change),
    next: rows.length > limit && last ? writePlace([last.place, last.id]) : null,
  };
}
