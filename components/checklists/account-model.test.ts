import { expect, it } from "vitest";
import type { AccountChecklist } from "../../lib/model/checklist.ts";
import type { Task, TaskState } from "../../lib/model/task.ts";
import { createAccountChecklistsModel } from "./account-model.ts";
import type { ChecklistsClient } from "./client.ts";

const task = (id: string): Task => ({
  id,
  account: "acme",
  title: id,
  note: "",
  owner: null,
  due: null,
  state: "open",
  source: "checklist",
  cause: "l",
  createdAt: 0,
  updatedAt: 0,
  closedAt: null,
});

/** A server with one list that was begun. */
function open() {
  const state = { isThere: true };
  const tasks = [task("kick-off"), task("training")];
  const list: AccountChecklist = {
    ...{ id: "l", template: "onboarding", name: "Onboarding", day: "2026-11-01" },
    ...{ startedAt: 0, by: "Ann", tasks },
  };
  const offline = { ok: false, error: { code: "offline" } } as const;
  const client: Partial<ChecklistsClient> = {
    templates: async () => ({
      ok: true,
      value: { revision: 1, updatedAt: null, updatedBy: null, templates: [] },
    }),
    lists: async () => ({ ok: true, value: { items: [{ ...list, tasks: [...tasks] }] } }),
    async mark(id: string, to: TaskState) {
      if (!state.isThere) return offline;
      const at = tasks.findIndex((one) => one.id === id);
      const changed = { ...task(id), state: to };
      tasks[at] = changed;
      return { ok: true, value: changed };
    },
  };
  let changes = 0;
  const model = createAccountChecklistsModel(client as ChecklistsClient, "acme", {
    newId: () => "new",
    changed: () => changes++,
  });
  const states = () => model.answer.value.value?.lists[0]?.tasks.map((one) => one.state);
  return { model, state, states, changes: () => changes };
}

it("K18: steps that are ticked off one right after the other are all done", async () => {
  const { model, states, changes } = open();
  await model.answer.load();
  await Promise.all([model.mark(task("kick-off"), true), model.mark(task("training"), true)]);
  expect([states(), changes(), model.busy.value]).toEqual([["done", "done"], 2, false]);
});

it("what could not be ticked off is told, and the next one is tried all the same", async () => {
  const { model, state, states, changes } = open();
  await model.answer.load();
  state.isThere = false;
  await model.mark(task("kick-off"), true);
  expect([model.problem.value?.code, states(), changes()]).toEqual([
    "offline",
    ["open", "open"],
    0,
  ]);
  state.isThere = true;
  await model.mark(task("training"), true);
  expect([model.problem.value, states()]).toEqual([null, ["open", "done"]]);
});
