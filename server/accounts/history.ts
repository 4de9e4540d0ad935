import type { AccountChange } from "../../lib/model/account-change.ts";
import type { AccountHistory } from "../../lib/model/account-work.ts";
import type { Touch } from "../../lib/model/touch.ts";
import type { Sql } from "../db/database.ts";
import { CHANGE, CHANGES } from "./changes.ts";
import { readPlace, writePlace } from "./page.ts";
import { readAccount } from "./read.ts";
import { TOUCH } from "./touches.ts";

type Item = AccountHistory["items"][number];
type Answer = Extract<Item, { type: "answer" }>["answer"];

/** A change of a touch is not told beside the touch itself. */
const PLACES = `
  SELECT type, id, at::text AS place FROM (
    SELECT 'change' AS type, id::text AS id, at FROM account_changes
      WHERE workspace_id = $1 AND account_id = $2 AND what <> 'touch'
    UNION ALL SELECT 'touch', id, at FROM touches WHERE workspace_id = $1 AND account_id = $2
    UNION ALL SELECT 'answer', message_id, at FROM survey_answers WHERE workspace_id = $1 AND account_id = $2) h
  WHERE $3::text IS NULL OR (at, (type || id) COLLATE "C") < ($3::text::timestamptz, $4::text COLLATE "C")
  ORDER BY at DESC, (type || id) COLLATE "C" DESC LIMIT $5::int`;

/** What became of an account, what was done with it and what its people answered, newest first: K22 of docs/spec/accounts.md. */
export async function accountHistory(
  sql: Sql,
  workspace: string,
  id: string,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<AccountHistory> {
  await readAccount(sql, workspace, id);
  const from = readPlace(after);
  const places = await sql.query<{ type: Item["type"]; id: string; place: string }>(PLACES, [
    workspace,
    id,
    from?.[0] ?? null,
    from?.[1] ?? null,
    limit + 1,
  ]);
  const shown = places.slice(0, limit);
  const idsOf = (type: Item["type"]) =>
    JSON.stringify(shown.flatMap((one) => (one.type === type ? [one.id] : [])));
  const among = (column: string) => `${column} IN (SELECT jsonb_array_elements_text($2::jsonb))`;
  const changes = await sql.query<AccountChange>(
    `SELECT ${CHANGE} FROM ${CHANGES} WHERE h.workspace_id = $1 AND ${among("h.id::text")}`,
    [workspace, idsOf("change")],
  );
  const touches = await sql.query<Touch>(
    `SELECT ${TOUCH} FROM touches WHERE workspace_id = $1 AND ${among("id")}`,
    [workspace, idsOf("touch")],
  );
  const answers = await sql.query<Answer & { at: number }>(
    `SELECT message_id AS id, guide, type, score, words, at FROM survey_answers
     WHERE workspace_id = $1 AND ${among("message_id")}`,
    [workspace, idsOf("answer")],
  );
  const items = new Map<string, Item>([
    ...changes.map(
      (change) => [`change${change.id}`, { type: "change", at: change.at, change }] as const,
    ),
    ...touches.map(
      (touch) => [`touch${touch.id}`, { type: "touch", at: touch.at, touch }] as const,
    ),
    ...answers.map(
      ({ at, ...answer }) => [`answer${answer.id}`, { type: "answer", at, answer }] as const,
    ),
  ]);
  const last = shown.at(-1);
  return {
    items: shown.flatMap((one) => items.get(one.type + one.id) ?? []),
    next: places.length > limit && last ? writePlace([last.place, last.type + last.id]) : null,
  };
}
