import type * as z from "zod/mini";
import type {
  AccountChecklist,
  AccountChecklists,
  ChecklistStart,
} from "../../lib/model/checklist.ts";
import { localize } from "../../lib/model/locale.ts";
import { sayRule } from "../../lib/model/rule.ts";
import type { Task } from "../../lib/model/task.ts";
import { lockAccount } from "../accounts/lock.ts";
import type { Saying } from "../accounts/record.ts";
import { makeTask, TASK_COLUMNS } from "../accounts/tasks.ts";
import type { Sql } from "../db/database.ts";
import { ApiError, badRequest } from "../http/errors.ts";
import { isoOf } from "../ingest/fold.ts";
import { addDays } from "../numbers/calendar.ts";
import { readTemplates } from "./templates.ts";

type Head = Omit<AccountChecklist, "tasks">;

const HEADS = `
  SELECT l.id, l.template, l.name, l.day, l.started_at AS "startedAt", coalesce(c.name, '') AS by, l.account_id AS account
  FROM checklists l LEFT JOIN credentials c ON c.workspace_id = l.workspace_id AND c.id = l.started_by
  WHERE l.workspace_id = $1`;

/** What was begun for an account, begun last first, with how far it is. */
export async function listChecklists(
  sql: Sql,
  workspace: string,
  account: string,
): Promise<AccountChecklists> {
  const heads = await sql.query<Head & { account: string }>(
    `${HEADS} AND l.account_id = $2 ORDER BY l.started_at DESC, l.id LIMIT 50`,
    [workspace, account],
  );
  const tasks = await sql.query<Task>(
    `SELECT ${TASK_COLUMNS} FROM tasks WHERE workspace_id = $1 AND account_id = $2 AND source = 'checklist'
     ORDER BY coalesce(due, 'infinity'::date), id COLLATE "C"`,
    [workspace, account],
  );
  const byList = Map.groupBy(tasks, ({ cause }) => cause);
  return {
    items: heads.map(({ account: _, ...head }) => ({ ...head, tasks: byList.get(head.id) ?? [] })),
  };
}

/**
 * Begins a list for an account: each step becomes a task. An id once: whoever asks again is told what became of it
 * (K12 and K18 of docs/spec/accounts.md).
 */
export async function startChecklist(
  sql: Sql,
  workspace: string,
  { id, account, start }: { id: string; account: string; start: z.infer<typeof ChecklistStart> },
  { saying, newId }: { saying: Saying; newId: () => string },
): Promise<{ checklist: AccountChecklist; made: boolean }> {
  await lockAccount(sql, workspace, account);
  const [there] = await sql.query<Head & { account: string }>(`${HEADS} AND l.id = $2`, [
    workspace,
    id,
  ]);
  if (there && there.account !== account) {
    throw new ApiError(409, "conflict", "This id is that of a checklist for another account.");
  }
  if (!there) await begin(sql, workspace, { id, account, start }, { saying, newId });
  const { items } = await listChecklists(sql, workspace, account);
  const checklist = items.find((one) => one.id === id);
  if (!checklist) throw new Error("a checklist that was begun did not come back");
  return { checklist, made: !there };
}

async function begin(
  sql: Sql,
  workspace: string,
  { id, account, start }: { id: string; account: string; start: z.infer<typeof ChecklistStart> },
  how: { saying: Saying; newId: () => string },
): Promise<void> {
  const { templates } = await readTemplates(sql, workspace);
  const template = templates.find((one) => one.id === start.template);
  if (!template) {
    const ids = templates.map((one) => one.id).join(", ");
    const allowed = sayRule("template", { templates: ids || "there is none, write one first" });
    throw badRequest([{ path: "template", found: JSON.stringify(start.template), allowed }]);
  }
  const { saying } = how;
  const name = localize(template.name, start.wanted);
  await sql.query(
    `INSERT INTO checklists (workspace_id, id, account_id, template, name, day, started_at, started_by)
     VALUES ($1, $2, $3, $4, $5, $6::date, $7::timestamptz, $8)`,
    [workspace, id, account, template.id, name, start.day, isoOf(saying.at), saying.by],
  );
  const [{ owner } = { owner: null }] = await sql.query<{ owner: string | null }>(
    "SELECT owner FROM account_records WHERE workspace_id = $1 AND account_id = $2",
    [workspace, account],
  );
  for (const [at, step] of template.steps.entries()) {
    const task = {
      account,
      title: localize(step.text, start.wanted).slice(0, 200),
      note: "",
      owner: step.owner ?? owner,
      due: addDays(start.day, step.day),
      state: "open" as const,
      source: "checklist" as const,
      cause: id,
    };
    await makeTask(sql, workspace, { id: `${id}.${at + 1}`, task }, how);
  }
}
