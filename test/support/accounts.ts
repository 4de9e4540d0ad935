import { expect } from "vitest";
import type { AccountDetail, AccountOutcome } from "../../lib/model/account.ts";
import type { TestServer } from "./server.ts";

/** What accounts are asked for and told by the API, as the administrator of a workspace. */
export function accountsOf(server: TestServer, as = server.home.adminToken) {
  return {
    async put(id: string, patch: object, query = ""): Promise<AccountOutcome> {
      const path = `/v1/accounts/${encodeURIComponent(id)}${query}`;
      const { status, body } = await server.ask<AccountOutcome>(path, {
        method: "PUT",
        as,
        body: patch,
      });
      expect(status, JSON.stringify(body)).toBeLessThan(300);
      return body;
    },
    async read(id: string): Promise<AccountDetail> {
      const path = `/v1/accounts/${encodeURIComponent(id)}`;
      return (await server.ask<AccountDetail>(path, { as })).body;
    },
  };
}

/** At least one row in every table about accounts. */
export async function fillAccounts(server: TestServer): Promise<void> {
  const as = server.home.adminToken;
  const put = async (path: string, body: object) => {
    const { status } = await server.ask(path, { method: "PUT", as, body });
    expect(status, path).toBeLessThan(300);
  };
  await put("/v1/accounts/filled", { mrr: { minor: 100, currency: "EUR" }, stage: "onboarding" });
  await put("/v1/accounts/filled/touches/t1", { kind: "call" });
  await put("/v1/tasks/t1", { account: "filled", title: "Call them" });
  const order = { name: "a.csv", data: Buffer.from("id,name\nfilled,Filled\n").toString("base64") };
  expect((await server.ask("/v1/imports", { method: "POST", as, body: order })).status).toBe(201);
  await put("/v1/accounts/filled/checklists/c1", { template: "qbr", day: "2026-03-01" });
  const templates = await server.ask<{ templates: object[] }>("/v1/checklists", { as });
  await put("/v1/checklists", { templates: templates.body.templates });
  await put("/v1/users/filled", { name: "Ann", account: "filled" });
  const { body } = await server.ask<object>("/v1/journey", { as });
  await put("/v1/journey", body);
}
