import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AccountChecklist, ChecklistTemplate } from "../../lib/model/checklist.ts";
import type { Task } from "../../lib/model/task.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { ChecklistsClient } from "./client.ts";

export interface AccountLists {
  templates: readonly ChecklistTemplate[];
  lists: readonly AccountChecklist[];
}

/** The checklists of one account. */
export interface AccountChecklistsModel {
  answer: Resource<AccountLists, QueryError>;
  busy: ReadonlySignal<boolean>;
  problem: ReadonlySignal<QueryError | null>;
  start(template: string, day: string, wanted: readonly string[]): Promise<void>;
  mark(task: Task, done: boolean): Promise<void>;
}

export function createAccountChecklistsModel(
  client: ChecklistsClient,
  account: string,
  { newId, changed }: { newId: () => string; changed: () => void },
): AccountChecklistsModel {
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const answer = createResource<AccountLists, QueryError>(async (abort) => {
    const [settings, lists] = await Promise.all([
      client.templates(abort),
      client.lists(account, abort),
    ]);
    if (!settings.ok) return settings;
    if (!lists.ok) return lists;
    return {
      ok: true,
      value: { templates: settings.value.templates, lists: lists.value.items },
    };
  });

  async function carryOut(work: () => Promise<Outcome<unknown, QueryError>>): Promise<void> {
    busy.value = true;
    const done = await work();
    problem.value = done.ok ? null : done.error;
    await answer.load();
    busy.value = false;
    if (done.ok) changed();
  }

  let last = Promise.resolve();
  /** One after the other: who ticks off several steps in a row means all of them. */
  function inTurn(work: () => Promise<Outcome<unknown, QueryError>>): Promise<void> {
    last = last.then(() => carryOut(work));
    return last;
  }

  return {
    answer,
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    async start(template, day, wanted) {
      if (busy.peek()) return;
      await inTurn(() => client.start(account, newId(), { template, day, wanted: [...wanted] }));
    },
    mark: (task, done) => inTurn(() => client.mark(task.id, done ? "done" : "open")),
  };
}
