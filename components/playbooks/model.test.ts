import { expect, it } from "vitest";
import { BODY, playbook, playbooksServer } from "./fixture.ts";
import { createPlaybooksModel } from "./model.ts";

const ALERT = {
  ...{ id: "a", account: "acme", name: "Acme", playbook: "drops", run: "r" },
  ...{ level: "warning", title: "Look", at: 1, closedAt: null },
};
const published = (id: string, name: unknown, version: number | null = 1) => ({
  items: [{ id, name, published: version }],
});

function setup(more: Record<string, unknown> = {}) {
  const answers: Record<string, unknown> = {
    "GET /v1/playbooks": { items: [playbook("drops")] },
    "GET /v1/alerts": { items: [ALERT] },
    "GET /v1/features": published("reports", "Reports"),
    "GET /v1/signals": published("stuck", "Stuck", null),
    "GET /v1/guides": published("tour", { en: "Tour", ru: "Тур" }),
    "GET /v1/forwards/names": { items: [{ id: "mail", kind: "email" }] },
    ...more,
  };
  const { client, asked } = playbooksServer(answers);
  return { model: createPlaybooksModel(client, ["ru"]), asked, answers };
}

it("the lists are there with what conditions and messages can name, in the person's language", async () => {
  const { model } = setup();
  await model.open(null);
  expect(model.playbooks.value.value?.map(({ id }) => id)).toEqual(["drops"]);
  expect(model.alerts.value.value).toHaveLength(1);
  const { features, signals, guides } = model.choices.value;
  expect([features, signals, guides]).toEqual([
    [{ id: "reports", name: "Reports" }],
    [],
    [{ id: "tour", name: "Тур" }],
  ]);
  expect(model.targets.value).toEqual([{ id: "mail", kind: "email" }]);
});

it("targets that cannot be listed are not known, rather than none", async () => {
  const { model, answers } = setup();
  delete answers["GET /v1/forwards/names"];
  await model.open(null);
  expect(model.targets.value).toBeNull();
});

it("a new playbook gets an id of its own, made of its name", async () => {
  const { model, asked } = setup({
    "GET /v1/playbooks": { items: [playbook("usage-drops")] },
    "PUT /v1/playbooks/usage-drops-2": playbook("usage-drops-2"),
  });
  await model.open(null);
  expect(await model.add(BODY)).toBe("usage-drops-2");
  expect(asked.at(-1)).toBe("PUT /v1/playbooks/usage-drops-2");
});

it("a new playbook replaces none, also one that somebody else put in, or while the list is not there", async () => {
  const { model, answers } = setup({
    "PUT /v1/playbooks/usage-drops-2": playbook("usage-drops-2"),
  });
  await model.open(null);
  answers["GET /v1/playbooks"] = { items: [playbook("usage-drops")] };
  expect(await model.add(BODY)).toBe("usage-drops-2");
  delete answers["GET /v1/playbooks"];
  expect(await model.add(BODY)).toBeNull();
  expect(model.problem.value?.code).toBe("server");
});

it("what is refused is told, until something else is looked at", async () => {
  const { model } = setup();
  await model.open(null);
  expect(await model.add(BODY)).toBeNull();
  expect(model.problem.value?.code).toBe("server");
  expect(model.busy.value).toBe(false);
  await model.open("drops");
  expect(model.problem.value).toBeNull();
});

it("a look tells how often playbooks fired, and shows what came of it", async () => {
  const { model, answers } = setup({ "POST /v1/playbooks/check": { accounts: 3, fired: 2 } });
  await model.open(null);
  answers["GET /v1/alerts"] = { items: [] };
  await model.check();
  expect(model.checked.value).toBe(2);
  expect(model.alerts.value.value).toEqual([]);
  await model.open("drops");
  expect(model.checked.value).toBeNull();
});

it("J15: an alert that was seen to goes from those that are open, and can be taken back", async () => {
  const { model, asked, answers } = setup({
    "POST /v1/alerts/a/close": { ...ALERT, closedAt: 2 },
    "POST /v1/alerts/a/reopen": ALERT,
  });
  await model.open(null);
  answers["GET /v1/alerts"] = { items: [] };
  await model.seeAlert({ ...ALERT, level: "warning" }, true);
  expect(model.alerts.value.value).toEqual([]);
  model.showAlerts("any");
  expect(asked.at(-1)).toBe("GET /v1/alerts?state=any");
  await model.seeAlert({ ...ALERT, level: "warning", closedAt: 2 }, false);
  expect(asked).toContain("POST /v1/alerts/a/reopen");
});

it("one thing is done at a time", async () => {
  const { model, asked } = setup({ "POST /v1/playbooks/check": { accounts: 1, fired: 0 } });
  await Promise.all([model.check(), model.check()]);
  expect(asked.filter((call) => call.startsWith("POST"))).toHaveLength(1);
});
