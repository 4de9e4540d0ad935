import { describe, expect, it } from "vitest";
import type { Alert, PlaybookRuns } from "../../lib/model/playbook-report.ts";
import { createPostgresDatabase, ENGINES } from "../support/database.ts";
import { KNOWN_SECRETS } from "../support/server-process.ts";
import { runServer } from "../support/server-run.ts";

const ACCOUNTS = 30;
const { WAYMARK_ADMIN_TOKEN: token } = KNOWN_SECRETS;

async function ask<T>(server: string, path: string, method = "GET", body?: object): Promise<T> {
  const response = await fetch(`${server}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
  return response.json() as Promise<T>;
}

describe.each(ENGINES.filter((engine) => engine === "postgres"))("two servers of one %s", () => {
  it("J5, J7: a playbook fires once for each account, whichever process looks, and however often at once", async () => {
    const { url, drop } = await createPostgresDatabase("waymark_template");
    const env = { ...KNOWN_SECRETS, DATABASE_URL: url };
    const first = runServer(env);
    const servers = [first];
    try {
      const one = await first.ready;
      const second = runServer(env);
      servers.push(second);
      const two = await second.ready;

      const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({ id: `a${n}`, plan: "two" }));
      await ask(one, "/v1/accounts", "POST", { accounts });
      await ask(two, "/v1/playbooks/two", "PUT", {
        name: "Two",
        when: { type: "attribute", of: "account", name: "plan", op: "eq", value: "two" },
        actions: [
          { type: "alert", title: "Two", level: "info" },
          { type: "task", title: "Call", dueDays: 1 },
        ],
      });
      await ask(one, "/v1/playbooks/two/resume", "POST", {});
      const looks = [one, two, one, two, one, two].map((server) =>
        ask<{ fired: number }>(server, "/v1/playbooks/check", "POST"),
      );
      const fired = (await Promise.all(looks)).map((look) => look.fired);
      expect(fired.reduce((sum, some) => sum + some, 0)).toBeLessThanOrEqual(ACCOUNTS);

      const { items: runs } = await ask<PlaybookRuns>(one, "/v1/playbook-runs?playbook=two");
      expect(runs).toHaveLength(ACCOUNTS);
      expect(new Set(runs.map(({ account }) => account)).size).toBe(ACCOUNTS);
      for (const { id } of accounts) {
        const { items: alerts } = await ask<{ items: Alert[] }>(two, `/v1/alerts?account=${id}`);
        expect(alerts, id).toHaveLength(1);
      }
      const { items: tasks } = await ask<{ items: object[] }>(two, "/v1/tasks?limit=200");
      expect(tasks).toHaveLength(ACCOUNTS);
    } finally {
      for (const server of servers) {
        server.signal("SIGTERM");
        await server.gone;
      }
      await drop();
    }
  });
});
