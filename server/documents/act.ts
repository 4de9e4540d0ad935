import type { DocumentKind } from "../../lib/model/documents.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, notFound } from "../http/errors.ts";
import type { ReviewState } from "./schemas.ts";

/** Somebody does something with a document. */
export interface Act {
  workspace: string;
  kind: DocumentKind;
  id: string;
  at: number;
  /** Credential of the person. */
  by: string;
  /** The revision of the draft that the person saw; undefined: whatever is there. */
  expected?: number | undefined;
}

export interface Locked {
  revision: number;
  /** Who wrote the draft last. */
  writer: string;
  review: ReviewState;
}

/** The state of a document, which nobody else changes until the transaction ends. */
export async function lockDocument(sql: Sql, act: Act): Promise<Locked> {
  const { workspace, kind, id, expected } = act;
  const [row] = await sql.query<Locked>(
    `SELECT draft_revision AS revision, updated_by AS writer, review FROM documents
     WHERE workspace_id = $1 AND kind = $2 AND id = $3 FOR UPDATE`,
    [workspace, kind, id],
  );
  if (!row) throw notFound(`document "${id}" among the ${kind}`);
  if (expected !== undefined && expected !== row.revision) throw changedMeanwhile();
  return row;
}

export function changedMeanwhile(): ApiError {
  return new ApiError(412, "precondition_failed", "Somebody else changed this draft meanwhile.");
}
