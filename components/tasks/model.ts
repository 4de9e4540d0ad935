import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type * as z from "zod/mini";
import type { NewTask, Task, TaskList, TaskPatch } from "../../lib/model/task.ts";
import { type Acts, createActs } from "../accounts/act.ts";
import type { AccountsClient } from "../accounts/client.ts";
import type { Address } from "../console/address.ts";
import type { Go } from "../console/model.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";

export const TASK_VIEWS = ["mine", "overdue", "open", "closed"] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** Under which name the person's tasks are, kept in this browser. */
export interface OwnName {
  read(): string;
  write(name: string): void;
}

export interface TasksModel extends Omit<Acts, "act"> {
  view: ReadonlySignal<TaskView>;
  /** Whose tasks are shown; empty: everybody's. */
  owner: ReadonlySignal<string>;
  me: ReadonlySignal<string>;
  list: Resource<TaskList, QueryError>;
  /** Names that accounts have as owners. */
  owners: Resource<readonly string[], QueryError>;
  /** What was just finished or dropped, with the state it had. */
  undoable: ReadonlySignal<Task | null>;
  choose(query: { view?: TaskView; owner?: string }): void;
  callMe(name: string): void;
  /** `account`: as a person writes it, by name or id. */
  make(task: z.input<typeof NewTask>): Promise<boolean | "noAccount" | "manyAccounts">;
  change(task: Task, patch: z.input<typeof TaskPatch>): Promise<boolean>;
  undo(): Promise<boolean>;
  more(): Promise<void>;
  show(address: Address): Promise<void>;
}

const DAY_MS = 86_400_000;

export function createTasksModel(
  client: AccountsClient,
  { go, now, newId, ownName }: { go: Go; now: () => number; newId: () => string; ownName: OwnName },
): TasksModel {
  const query = signal<Address["query"]>({});
  const me = signal(ownName.read());
  const undoable = signal<Task | null>(null);
  const view = computed(
    () => TASK_VIEWS.find((one) => one === query.value.view) ?? (me.value ? "mine" : "open"),
  );
  const owner = computed(() => (view.value === "mine" ? me.value : (query.value.owner ?? "")));
  const question = (): Record<string, string> => ({
    limit: "50",
    owner: owner.peek(),
    state: view.peek() === "closed" ? "closed" : "open",
    dueTo: view.peek() === "overdue" ? new Date(now() - DAY_MS).toISOString().slice(0, 10) : "",
  });
  const list = createResource<TaskList, QueryError>((abort) => client.tasks(question(), abort));
  const owners = createResource<readonly string[], QueryError>(async (abort) => {
    const facets = await client.facets(abort);
    if (!facets.ok) return facets;
    return { ok: true, value: (facets.value.facets.owner ?? []).map(({ value }) => value) };
  });
  const { act, busy, problem } = createActs(list.load);

  return {
    view,
    owner,
    me: computed(() => me.value),
    list,
    owners,
    busy,
    problem,
    undoable: computed(() => undoable.value),
    choose: (chosen) =>
      go({ section: "tasks", id: null, query: { ...query.peek(), view: view.peek(), ...chosen } }),
    callMe(name) {
      me.value = name;
      ownName.write(name);
      void list.restart();
    },
    async make(task) {
      const meant: { unclear: "noAccount" | "manyAccounts" | null } = { unclear: null };
      const done = await act(async () => {
        const found = await findAccount(client, task.account);
        if (!found.ok) return found;
        const [only, another] = found.value;
        if (!only) meant.unclear = "noAccount";
        else if (another) meant.unclear = "manyAccounts";
        else return client.makeTask(newId(), { ...task, account: only });
        return found;
      });
      return meant.unclear ?? done;
    },
    async change(task, patch) {
      const done = await act(() => client.changeTask(task.id, patch));
      const closes = patch.state === "done" || patch.state === "dropped";
      if (done) undoable.value = closes ? task : null;
      return done;
    },
    async undo() {
      const task = undoable.peek();
      if (!task) return false;
      const done = await act(() => client.changeTask(task.id, { state: task.state }));
      if (done) undoable.value = null;
      return done;
    },
    async more() {
      const before = list.value.peek();
      const after = before?.next;
      if (!after) return;
      await act(async () => {
        const next = await client.tasks({ ...question(), after });
        if (next.ok) {
          const known = new Set(before.items.map(({ id }) => id));
          const added = next.value.items.filter(({ id }) => !known.has(id));
          list.extend(before, { ...next.value, items: [...before.items, ...added] });
        }
        return next;
      }, true);
    },
    async show({ query: asked }) {
      const changed = JSON.stringify(asked) !== JSON.stringify(query.peek());
      query.value = asked;
      if (changed) undoable.value = null;
      await Promise.all([owners.load(), changed ? list.restart() : list.load()]);
    },
  };
}

/**
 * Ids of the accounts that are meant: the one of this id, else those of this name, else those that have it in them; also
 * of those who left, to whom one may turn again.
 */
async function findAccount(
  client: AccountsClient,
  text: string,
): Promise<Outcome<readonly string[], QueryError>> {
  const own = await client.account(text);
  if (own.ok) return { ok: true, value: [own.value.id] };
  if (own.error.code !== "missing") return own;
  const answer = await client.list({ q: text, status: "any", limit: "100" });
  if (!answer.ok) return answer;
  const { items } = answer.value;
  const byName = items.filter(({ name }) => name?.toLowerCase() === text.toLowerCase());
  return { ok: true, value: (byName.length > 0 ? byName : items).map(({ id }) => id) };
}
