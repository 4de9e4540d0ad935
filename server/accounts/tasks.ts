import type { NewTask, Task, TaskList, TaskPatch } from "../../lib/model/task.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, notFound } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import { withoutForgotten } from "../privacy/forgotten.ts";
import { lockAccount } from "./lock.ts";
import { readPlace, writePlace } from "./page.ts";
import type { Saying } from "./record.ts";
import { writeChanges } from "./write-changes.ts";

export const TASK_COLUMNS = `id, account_id AS account, title, note, owner, due, state, source, cause,
  created_at AS "createdAt", updated_at AS "updatedAt", closed_at AS "closedAt"`;

interface How {
  saying: Saying;
  newId: () => string;
}

/** Makes a task, once an id: whoever asks again gets what became of it. `made`: whether it is new. */
export async function makeTask(
  sql: Sql,
  workspace: string,
  { id, task: told }: { id: string; task: NewTask },
  how: How,
): Promise<{ task: Task; made: boolean }> {
  const task = await withoutForgotten(sql, workspace, told, how.saying);
  await lockAccount(sql, workspace, task.account);
  const at = isoOf(how.saying.at);
  const [made] = await sql.query<Task>(
    `INSERT INTO tasks (workspace_id, id, account_id, title, note, owner, due, state, source, cause,
       created_at, updated_at, closed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12) ON CONFLICT (workspace_id, id) DO NOTHING
     RETURNING ${TASK_COLUMNS}`,
    [
      workspace,
      id,
      task.account,
      task.title,
      task.note,
      task.owner,
      task.due,
      task.state,
      task.source,
      task.cause,
      at,
      isClosed(task.state) ? at : null,
    ],
  );
  if (made) {
    await writeDown(sql, workspace, { before: null, after: made }, how);
    return { task: made, made: true };
  }
  const there = await readTask(sql, workspace, id);
  if (there.account !== task.account) {
    throw new ApiError(409, "conflict", "This id is that of a task for another account.");
  }
  return { task: there, made: false };
}

export async function changeTask(
  sql: Sql,
  workspace: string,
  { id, patch: told }: { id: string; patch: TaskPatch },
  how: How,
): Promise<Task> {
  const patch = await withoutForgotten(sql, workspace, told, how.saying);
  const { account } = await readTask(sql, workspace, id);
  await lockAccount(sql, workspace, account);
  const before = await readTask(sql, workspace, id);
  const next = { ...before, ...patch };
  const isNews = Object.keys(patch).some(
    (key) => next[key as keyof TaskPatch] !== before[key as keyof TaskPatch],
  );
  if (!isNews) return before;
  const at = isoOf(how.saying.at);
  const closed = isClosed(next.state);
  const [after] = await sql.query<Task>(
    `UPDATE tasks SET title = $3, note = $4, owner = $5, due = $6, state = $7, updated_at = $8::timestamptz,
       closed_at = CASE WHEN $9::boolean THEN coalesce(closed_at, $8::timestamptz) END
     WHERE workspace_id = $1 AND id = $2 RETURNING ${TASK_COLUMNS}`,
    [workspace, id, next.title, next.note, next.owner, next.due, next.state, at, closed],
  );
  if (!after) throw notFound("task with this id");
  await writeDown(sql, workspace, { before, after }, how);
  return after;
}

async function writeDown(
  sql: Sql,
  workspace: string,
  { before, after }: { before: Task | null; after: Task },
  { saying, newId }: How,
): Promise<void> {
  const act = { id: after.account, saying, what: "task" as const, subject: after.id };
  await writeChanges(sql, workspace, [{ ...act, before, beforeSource: null, after }], { newId });
}

function isClosed(state: Task["state"]): boolean {
  return state === "done" || state === "dropped";
}

export async function readTask(sql: Sql, workspace: string, id: string): Promise<Task> {
  const [task] = await sql.query<Task>(
    `SELECT ${TASK_COLUMNS} FROM tasks WHERE workspace_id = $1 AND id = $2`,
    [workspace, id],
  );
  if (!task) throw notFound("task with this id");
  return task;
}

export interface TaskQuestion {
  account?: string | undefined;
  owner?: string | undefined;
  /** "open": open or being done. */
  state: "open" | "closed" | "any";
  dueTo?: string | undefined;
  limit: number;
  after?: string | undefined;
}

const DUE = "coalesce(due, 'infinity'::date)";

export async function listTasks(
  sql: Sql,
  workspace: string,
  { account, owner, state, dueTo, limit, after }: TaskQuestion,
): Promise<TaskList> {
  const place = readPlace(after);
  const rows = await sql.query<TaskList["items"][number] & { place: string }>(
    `SELECT ${TASK_COLUMNS}, ${DUE}::text AS place, (SELECT name FROM account_records r
       WHERE r.workspace_id = tasks.workspace_id AND r.account_id = tasks.account_id) AS "accountName"
     FROM tasks WHERE workspace_id = $1
       AND ($2::text IS NULL OR account_id = $2::text) AND ($3::text IS NULL OR owner = $3::text)
       AND ($4::text = 'any' OR ($4::text = 'open') = (state IN ('open', 'doing')))
       AND ($5::date IS NULL OR due <= $5::date)
       AND ($6::text IS NULL OR (${DUE}, id COLLATE "C") > ($6::text::date, $7::text COLLATE "C"))
     ORDER BY ${DUE}, id COLLATE "C" LIMIT $8::int`,
    [
      workspace,
      account ?? null,
      owner ?? null,
      state,
      dueTo ?? null,
      place?.[0] ?? null,
      place?.[1] ?? null,
      limit + 1,
    ],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ place: _, ...task }) => task),
    next: rows.length > limit && last ? writePlace([last.place, last.id]) : null,
  };
}
