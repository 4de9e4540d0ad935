import type { Sql } from "../db/database.ts";
import { isoOf } from "../ingest/fold.ts";
import type { Line } from "./store.ts";

/** Longer than a request may take: a server that has held a target for so long is gone. */
const HOLD_MS = 120_000;

export type Taken = Pick<Line, "attempts" | "size" | "nextAt">;

/**
 * Takes a target for one request: its state as it is now, or until when (epoch ms) another server has it. Null: it is
 * paused or gone. `settle` and `letGo` give it back. `by`: of the server; `now`: epoch ms.
 */
export async function take(
  sql: Sql,
  workspace: string,
  forward: string,
  { by, now }: { by: string; now: number },
): Promise<Taken | { heldUntil: number } | null> {
  const [taken] = await sql.query<Taken>(
    `UPDATE forwards SET held_by = $3::uuid, held_until = $4::timestamptz
     WHERE workspace_id = $1 AND id = $2 AND NOT paused
       AND (held_by IS NULL OR held_by = $3::uuid OR held_until <= $5::timestamptz)
     RETURNING attempts, size, next_at AS "nextAt"`,
    [workspace, forward, by, isoOf(now + HOLD_MS), isoOf(now)],
  );
  if (taken) return taken;
  const [held] = await sql.query<{ heldUntil: number }>(
    `SELECT held_until AS "heldUntil" FROM forwards
     WHERE workspace_id = $1 AND id = $2 AND NOT paused AND held_by IS NOT NULL`,
    [workspace, forward],
  );
  return held ?? null;
}

export async function letGo(
  sql: Sql,
  workspace: string,
  forward: string,
  by: string,
): Promise<void> {
  await sql.query(
    "UPDATE forwards SET held_by = NULL WHERE workspace_id = $1 AND id = $2 AND held_by = $3::uuid",
    [workspace, forward, by],
  );
}
