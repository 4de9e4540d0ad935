import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { lockRecords } from "./lock.ts";
import type { Sources } from "./record.ts";

/**
 * Refuses (412) when somebody changed one of these fields since it was read: K25 of docs/spec/accounts.md. `seen`:
 * epoch ms of the newest change of any of them, as it was read; 0: none. Until the transaction ends nobody changes them.
 */
export async function expectUntouched(
  sql: Sql,
  workspace: string,
  { id, fields, seen }: { id: string; fields: readonly string[]; seen: number },
): Promise<void> {
  const row = (await lockRecords(sql, workspace, [id])).get(id);
  if (newestChange(row?.sources ?? {}, fields) === seen) return;
  const message = "Somebody else changed these values of the account meanwhile.";
  throw new ApiError(412, "precondition_failed", message);
}

function newestChange(sources: Sources, fields: readonly string[]): number {
  return Math.max(0, ...fields.map((field) => sources[field]?.at ?? 0));
}
