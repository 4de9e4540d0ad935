import { expect } from "vitest";
import type { Playbook } from "../../lib/model/playbook.ts";
import type {
  Alert,
  PlaybookRuns,
  PlaybookTried,
  PlaybookWaiting,
  StoredPlaybook,
} from "../../lib/model/playbook-report.ts";
import { accountsOf } from "./accounts.ts";
import type { TestServer } from "./server.ts";

/** What playbooks are asked for and told by the API, as the administrator of a workspace. */
export function playbooksOf(server: TestServer, as = server.home.adminToken) {
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await server.ask<T>(path, { method, as, body });
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  };
  const path = (id: string, rest = "") => `/v1/playbooks/${id}${rest}`;
  return {
    put: (id: string, body: object) => send<StoredPlaybook>("PUT", path(id), body),
    async run(id: string, body: object): Promise<void> {
      await send("PUT", path(id), body);
      await send("POST", path(id, "/resume"));
    },
    pause: (id: string, account?: string) => send("POST", path(id, "/pause"), { account }),
    resume: (id: string, account?: string) => send("POST", path(id, "/resume"), { account }),
    check: () => send<{ accounts: number; fired: number }>("POST", path("check")),
    attempt: (playbook: Playbook, days = 90) =>
      send<PlaybookTried>("POST", path("try"), { playbook, days }),
    runs: async (of: string) =>
      (await send<PlaybookRuns>("GET", `/v1/playbook-runs?playbook=${of}`)).items,
    waiting: async (id: string) => (await send<PlaybookWaiting>("GET", path(id, "/waiting"))).items,
    alerts: async (account: string) =>
      (await send<{ items: Alert[] }>("GET", `/v1/alerts?account=${account}`)).items,
    send,
  };
}

/** At least one row in every table about playbooks. */
export async function fillPlaybooks(server: TestServer): Promise<void> {
  const playbooks = playbooksOf(server);
  await accountsOf(server).put("filled", { plan: "pro" });
  await playbooks.run("filled", {
    name: "Filled",
    when: { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" },
    actions: [{ type: "alert", title: "Pro", level: "info" }],
  });
  expect((await playbooks.check()).fired).toBeGreaterThan(0);
}
