import { isDeepStrictEqual } from "node:util";
import type { NewTouch, Touch, TouchList } from "../../lib/model/touch.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, notFound } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { lockAccount } from "./lock.ts";
import { readPlace, writePlace } from "./page.ts";
import type { Saying } from "./record.ts";
import { writeChanges } from "./write-changes.ts";

/** Columns of a touch. */
export const TOUCH = `id, account_id AS account, kind, state, at, owner, people, text,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** The same touch sent twice is one; sent otherwise, it is changed, and what it was is kept. */
export async function putTouch(
  sql: Sql,
  workspace: string,
  { id, account, touch: told }: { id: string; account: string; touch: NewTouch },
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<Touch> {
  const touch = await withoutForgotten(sql, workspace, told, saying);
  await lockAccount(sql, workspace, account);
  const [before] = await sql.query<Touch>(
    `SELECT ${TOUCH} FROM touches WHERE workspace_id = $1 AND id = $2`,
    [workspace, id],
  );
  if (before && before.account !== account) {
    throw new ApiError(409, "conflict", "This id is that of a touch with another account.");
  }
  const at = touch.at ?? before?.at ?? saying.at;
  const [after] = await sql.query<Touch>(
    `INSERT INTO touches (workspace_id, id, account_id, kind, state, at, owner, people, text, created_at, updated_at)
     SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $7::text,
       ARRAY(SELECT jsonb_array_elements_text($8::jsonb)), $9::text, $10::timestamptz, $10::timestamptz
     ON CONFLICT (workspace_id, id) DO UPDATE SET kind = excluded.kind, state = excluded.state, at = excluded.at,
       owner = excluded.owner, people = excluded.people, text = excluded.text,
       updated_at = CASE WHEN (touches.kind, touches.state, touches.at, touches.people, touches.text)
           = (excluded.kind, excluded.state, excluded.at, excluded.people, excluded.text)
         AND touches.owner IS NOT DISTINCT FROM excluded.owner
         THEN touches.updated_at ELSE excluded.updated_at END
     RETURNING ${TOUCH}`,
    [
      workspace,
      id,
      account,
      touch.kind,
      touch.state,
      isoOf(at),
      touch.owner,
      JSON.stringify(touch.people),
      touch.text,
      isoOf(saying.at),
    ],
  );
  if (!after) throw new Error("a touch that was written did not come back");
  if (!before || !isDeepStrictEqual({ ...after, updatedAt: 0 }, { ...before, updatedAt: 0 })) {
    const act = { id: account, saying, what: "touch" as const, subject: id, beforeSource: null };
    await writeChanges(sql, workspace, [{ ...act, before: before ?? null, after }], { newId });
  }
  return after;
}

export async function listTouches(
  sql: Sql,
  workspace: string,
  account: string,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<TouchList> {
  const [there] = await sql.query(
    "SELECT 1 FROM account_records WHERE workspace_id = $1 AND account_id = $2",
    [workspace, account],
  );
  if (!there) throw notFound("account with this id");
  const place = readPlace(after);
  const rows = await sql.query<Touch & { place: string }>(
    `SELECT ${TOUCH}, at::text AS place FROM touches WHERE workspace_id = $1 AND account_id = $2
       AND ($3::text IS NULL OR (at, id COLLATE "C") < ($3::text::timestamptz, $4::text COLLATE "C"))
     ORDER BY at DESC, id COLLATE "C" DESC LIMIT $5::int`,
    [workspace, account, place?.[0] ?? null, place?.[1] ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ place: _, ...touch }) => touch),
    next: rows.length > limit && last ? writePlace([last.place, last.id]) : null,
  };
}
