import { expect } from "vitest";
import type { AccountHealth } from "../../lib/model/health-report.ts";
import type { RiskCase } from "../../lib/model/risk-case.ts";
import { accountsOf } from "./accounts.ts";
import { at, used } from "./messages.ts";
import type { TestServer } from "./server.ts";

/** What health and risk are asked for and told by the API, as the administrator of a workspace. */
export function healthOf(server: TestServer, as = server.home.adminToken) {
  const send = async <T>(path: string, method: string, body?: object): Promise<T> => {
    const answer = await server.ask<T>(path, { method, as, body });
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  };
  return {
    compute: () => send<{ accounts: number }>("/v1/health/compute", "POST"),
    read: (id: string) => send<AccountHealth>(`/v1/accounts/${id}/health`, "GET"),
    say: (id: string, body: object) => send(`/v1/churn-signals/${id}`, "PUT", body),
    open: (account: string) => send<RiskCase>("/v1/risk-cases", "POST", { account, level: "high" }),
    change: (id: string, body: object) =>
      send<RiskCase>(`/v1/risk-cases/${id}/change`, "POST", body),
    get: <T>(path: string) => send<T>(path, "GET"),
  };
}

/** Uses of a feature by two people of an account, on the Mondays of weeks that end with the last whole one. */
export async function useWeekly(
  server: TestServer,
  { account, feature, uses }: { account: string; feature: string; uses: readonly number[] },
): Promise<void> {
  const now = server.time.now;
  const today = Math.floor(now / 86_400_000);
  const monday = today - ((today + 3) % 7) - 7;
  const messages = uses.flatMap((count, index) =>
    Array.from({ length: count }, (_, n) => {
      const time = (monday - 7 * (uses.length - 1 - index)) * 86_400_000 + n * 60_000;
      const context = { groupId: account };
      return used(feature, { userId: `${account}-${n % 2}`, ...at(time), context });
    }),
  );
  for (let from = 0; from < messages.length; from += 200) {
    await server.send(messages.slice(from, from + 200));
  }
}

/** At least one row in every table about health and risk. */
export async function fillHealth(server: TestServer): Promise<void> {
  const health = healthOf(server);
  await accountsOf(server).put("filled", { touchModel: "high" });
  await useWeekly(server, { account: "filled", feature: "save", uses: [1] });
  const { definitions } = await health.get<{ definitions: object }>("/v1/settings/health");
  await server.ask("/v1/settings/health", {
    method: "PUT",
    as: server.home.adminToken,
    body: definitions,
  });
  await health.say("s1", { account: "filled", kind: "bake-off" });
  await health.compute();
  await health.open("filled");
  await useWeekly(server, { account: "filled", feature: "save", uses: [1] });
}
