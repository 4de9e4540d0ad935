import type * as z from "zod/mini";
import {
  AccountChecklist,
  AccountChecklists,
  ChecklistSettings,
  type ChecklistStart,
  type ChecklistTemplates,
} from "../../lib/model/checklist.ts";
import { Task, type TaskState } from "../../lib/model/task.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;

/** What is asked and told about checklists; none of it throws. */
export interface ChecklistsClient {
  templates(signal: AbortSignal): Answer<ChecklistSettings>;
  write(templates: ChecklistTemplates, revision: number): Answer<ChecklistSettings>;
  lists(account: string, signal: AbortSignal): Answer<AccountChecklists>;
  start(
    account: string,
    id: string,
    start: z.input<typeof ChecklistStart>,
  ): Answer<AccountChecklist>;
  mark(task: string, state: TaskState): Answer<Task>;
}

export function createChecklistsClient(
  session: { server: string; token: string },
  request: typeof fetch,
): ChecklistsClient {
  const ask = createAskServer(session, request);
  const of = (account: string) => `/v1/accounts/${encodeURIComponent(account)}/checklists`;
  return {
    templates: (signal) => ask("/v1/checklists", ChecklistSettings, { signal }),
    write: (body, revision) =>
      ask("/v1/checklists", ChecklistSettings, { method: "PUT", body, revision }),
    lists: (account, signal) => ask(of(account), AccountChecklists, { signal }),
    start: (account, id, body) =>
      ask(`${of(account)}/${encodeURIComponent(id)}`, AccountChecklist, { method: "PUT", body }),
    mark: (task, state) =>
      ask(`/v1/tasks/${encodeURIComponent(task)}/change?as=hand`, Task, {
        method: "POST",
        body: { state },
      }),
  };
}
