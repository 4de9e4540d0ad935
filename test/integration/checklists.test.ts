import { describe, expect, it } from "vitest";
import type {
  AccountChecklist,
  AccountChecklists,
  ChecklistSettings,
} from "../../lib/model/checklist.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { useServer } from "../support/server.ts";

describe.each(ENGINES)("checklists on %s", (engine) => {
  const server = useServer(engine);
  const as = () => server.home.adminToken;
  const put = <T>(path: string, body: object, headers: Record<string, string> = {}) =>
    server.ask<T>(path, { method: "PUT", as: as(), body, headers });
  const lists = async (account: string) =>
    (await server.ask<AccountChecklists>(`/v1/accounts/${account}/checklists`, { as: as() })).body
      .items;

  it("K18: a list begun makes a task of each step once, due on its day, for the account's CSM", async () => {
    await accountsOf(server).put("acme", { owner: "Ann" });
    const order = { template: "qbr", day: "2026-12-01", wanted: ["ru"] };
    const path = "/v1/accounts/acme/checklists/q4";
    const made = await put<AccountChecklist>(path, order);
    expect([made.status, made.body.name]).toEqual([201, "Квартальный обзор (QBR)"]);
    expect(made.body.tasks[0]).toMatchObject({
      title: "Согласовать дату и участников",
      due: "2026-11-10",
      owner: "Ann",
      source: "checklist",
      cause: "q4",
    });
    await server.ask(`/v1/tasks/${made.body.tasks[0]?.id}/change`, {
      method: "POST",
      as: as(),
      body: { state: "done" },
    });
    expect((await put<AccountChecklist>(path, order)).status).toBe(200);
    const [list] = await lists("acme");
    expect(list?.tasks.map(({ state }) => state)).toEqual(["done", "open", "open", "open", "open"]);
    await accountsOf(server).put("other", {});
    expect((await put("/v1/accounts/other/checklists/q4", order)).status).toBe(409);
    expect((await put("/v1/accounts/none/checklists/q5", order)).status).toBe(404);
    expect((await put("/v1/accounts/acme/checklists/q6", { ...order, template: "x" })).status).toBe(
      400,
    );
    expect(await lists("other")).toEqual([]);
  });

  it("K18: templates are the workspace's own, and a later change changes no list that was begun", async () => {
    await accountsOf(server).put("own", {});
    const steps = [{ text: { en: "Call them" }, day: 3, owner: "Eve" }];
    const templates = [{ id: "call", name: { en: "Call" }, steps }];
    const { body: first } = await server.ask<ChecklistSettings>("/v1/checklists", { as: as() });
    const match = { "If-Match": `"${first.revision}"` };
    const saved = await put<ChecklistSettings>("/v1/checklists", { templates }, match);
    expect(saved.body).toMatchObject({ templates, updatedBy: "First administrator" });
    expect((await put("/v1/checklists", { templates }, match)).status).toBe(412);
    await put("/v1/accounts/own/checklists/c1", { template: "call", day: "2026-03-01" });
    await put("/v1/checklists", { templates: [] });
    const [list] = await lists("own");
    expect(list?.tasks).toMatchObject([{ title: "Call them", due: "2026-03-04", owner: "Eve" }]);
    const twice = { templates: [...templates, ...templates] };
    expect((await put("/v1/checklists", twice)).status).toBe(400);
  });
});
