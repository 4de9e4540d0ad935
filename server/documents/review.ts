import type { Principal } from "../auth/access.ts";
import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { type Act, lockDocument } from "./act.ts";
import { type Done, writeDown } from "./history.ts";
import type { Document, ReviewState } from "./schemas.ts";
import { readDraft } from "./store.ts";

export type Verdict =
  | { act: "review_asked" }
  | { act: "approved"; role: Principal["role"] }
  | { act: "returned"; note: string };

const STATE: Readonly<Record<Verdict["act"], ReviewState>> = {
  review_asked: "in_review",
  approved: "approved",
  returned: "draft",
};

/**
 * Takes a draft a step on its way through review (R63 of docs/spec/delivery.md). Asked for once more, it changes nothing.
 */
export async function review(sql: Sql, act: Act, verdict: Verdict): Promise<Document> {
  const { review: before, writer } = await lockDocument(sql, act);
  const isDone =
    verdict.act === "review_asked" ? before !== "draft" : before === STATE[verdict.act];
  if (verdict.act !== "review_asked" && before === "draft") {
    throw new ApiError(409, "conflict", "Nobody has asked for a review of this draft.", {
      problems: [{ path: "review", found: '"draft"', allowed: '"in_review"' }],
    });
  }
  if (!isDone) {
    if (verdict.act === "approved" && verdict.role !== "admin" && writer === act.by) {
      const message =
        "Who wrote a draft cannot approve it. Somebody else can, or an administrator.";
      throw new ApiError(403, "forbidden", message, {
        problems: [{ path: "review", found: "your own draft", allowed: "that of somebody else" }],
      });
    }
    await sql.query(
      "UPDATE documents SET review = $4 WHERE workspace_id = $1 AND kind = $2 AND id = $3",
      [act.workspace, act.kind, act.id, STATE[verdict.act]],
    );
    await writeDown(sql, act, doneBy(verdict));
  }
  return readDraft(sql, act.workspace, act.kind, act.id);
}

function doneBy(verdict: Verdict): Done {
  return verdict.act === "returned"
    ? { act: verdict.act, note: verdict.note }
    : { act: verdict.act };
}

export async function readReviewRequired(sql: Sql, workspace: string): Promise<boolean> {
  const [row] = await sql.query<{ required: boolean }>(
    "SELECT review_required AS required FROM workspaces WHERE id = $1",
    [workspace],
  );
  return row?.required ?? false;
}

export async function setReviewRequired(
  sql: Sql,
  workspace: string,
  required: boolean,
): Promise<void> {
  await sql.query("UPDATE workspaces SET review_required = $2 WHERE id = $1", [
    workspace,
    required,
  ]);
}
