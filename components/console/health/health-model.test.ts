import { expect, it } from "vitest";
import type { AccountStanding } from "../../../lib/model/health-report.ts";
import type { HealthClient } from "./health-client.ts";
import { createHealthModel } from "./health-model.ts";

const standing = (id: string) => ({ id }) as AccountStanding;

function setup(more: Partial<HealthClient> = {}) {
  const asked: (string | null)[] = [];
  const client: Partial<HealthClient> = {
    async accounts(_, after) {
      asked.push(after);
      const items = [standing(after === null ? "a" : "b")];
      return { ok: true, value: { items, total: 2, next: after === null ? "place" : null } };
    },
    ...more,
  };
  const model = createHealthModel(client as HealthClient);
  const ids = () => model.accounts.value.value?.items.map(({ id }) => id);
  return { model, asked, ids };
}

it("H9: a pass that was refused says so, and the button is free again", async () => {
  const error = { code: "forbidden", status: 403 } as const;
  const { model } = setup({ compute: async () => ({ ok: false, error }) });
  await model.compute();
  expect([model.problem.value, model.busy.value]).toEqual([error, false]);
});

it("the next page joins on; one that does not come is told, and what is there stays", async () => {
  const { model, ids } = setup();
  await model.accounts.load();
  await model.more();
  expect([ids(), model.problem.value]).toEqual([["a", "b"], null]);
  const offline = setup({
    async accounts(_, after) {
      if (after !== null) return { ok: false, error: { code: "offline" } };
      return { ok: true, value: { items: [standing("a")], total: 2, next: "place" } };
    },
  });
  await offline.model.accounts.load();
  await offline.model.more();
  expect([offline.ids(), offline.model.problem.value?.code]).toEqual([["a"], "offline"]);
});

it("of a list that is about to be another no page is asked for", async () => {
  const { model, asked } = setup();
  await model.accounts.load();
  model.choose({ risk: "high" });
  await model.more();
  expect(asked).toEqual([null, null]);
});
