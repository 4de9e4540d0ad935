import * as z from "zod/mini";
import { NewChurnSignal } from "../../lib/model/churn.ts";
import { type Problem, parse } from "../../lib/model/parse.ts";
import { ToldProblem } from "../../lib/model/problem.ts";
import { RecordId } from "../../lib/model/touch.ts";
import type { Saying } from "../accounts/record.ts";
import type { Sql } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { putSignal } from "./signals.ts";

/** What became of each entry, in their order. */
export const ChurnSignalOutcomes = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(["kept", "refused"]),
      problems: z.array(ToldProblem),
    }),
  ),
});
export type ChurnSignalOutcome = z.infer<typeof ChurnSignalOutcomes>["items"][number];

/** Many signs at once, each whole or not at all: entries are signs with an id. */
export async function putSignals(
  sql: Sql,
  workspace: string,
  entries: readonly Record<string, unknown>[],
  how: { saying: Saying; newId: () => string },
): Promise<ChurnSignalOutcome[]> {
  const outcomes: ChurnSignalOutcome[] = [];
  for (const { id: named, ...rest } of entries) {
    const id = parse(RecordId, named);
    const signal = parse(NewChurnSignal, { source: "import", ...rest });
    const problems = [
      ...(id.ok ? [] : id.error.map((problem) => ({ ...problem, path: "id" }))),
      ...(signal.ok ? [] : signal.error),
    ];
    if (id.ok && signal.ok)
      problems.push(...(await tryPut(sql, workspace, id.value, signal.value, how)));
    outcomes.push({
      id: typeof named === "string" ? named.slice(0, 200) : "",
      outcome: problems.length > 0 ? "refused" : "kept",
      problems,
    });
  }
  return outcomes;
}

/** Refusals come before anything is written, so the transaction goes on. */
async function tryPut(
  sql: Sql,
  workspace: string,
  id: string,
  signal: NewChurnSignal,
  how: { saying: Saying; newId: () => string },
): Promise<Problem[]> {
  try {
    await putSignal(sql, workspace, { id, signal }, how);
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const path = error.status === 404 ? "account" : "id";
    return [
      { path, found: JSON.stringify(path === "id" ? id : signal.account), allowed: error.message },
    ];
  }
}
