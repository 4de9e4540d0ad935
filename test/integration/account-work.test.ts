import { describe, expect, it } from "vitest";
import type { AccountFacets, AccountList } from "../../lib/model/account.ts";
import type {
  AccountHistory,
  AccountsInNeed,
  AccountUse,
  JourneyMap,
} from "../../lib/model/account-work.ts";
import type { TaskList } from "../../lib/model/task.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { healthOf, useWeekly } from "../support/health.ts";
import { identified } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

describe.each(ENGINES)("work with accounts on %s", (engine) => {
  const server = useServer(engine);
  const ask = async <T>(path: string, as = server.home.adminToken) =>
    (await server.ask<T>(path, { as })).body;
  const send = async (method: string, path: string, body: object) => {
    const { status } = await server.ask(path, { method, as: server.home.adminToken, body });
    expect(status, path).toBeLessThan(300);
  };
  const idsOf = ({ items }: AccountList) => items.map(({ id }) => id);

  it("K10: accounts are filtered and sorted by how they stand, and what is not known comes last", async () => {
    const { put } = accountsOf(server);
    const health = healthOf(server);
    await put("calm", { touchModel: "high" });
    await send("PUT", "/v1/accounts/calm/touches/c1", { kind: "call", at: NOW - DAY });
    await put("ill", { touchModel: "high" });
    await health.say("s-ill", { account: "ill", kind: "bake-off", level: "high" });
    await put("silent", {});
    await health.compute();
    expect(idsOf(await ask("/v1/accounts?risk=high"))).toEqual(["ill"]);
    expect(idsOf(await ask("/v1/accounts?sort=risk&order=desc"))[0]).toBe("ill");
    const known = await ask<AccountList>("/v1/accounts?band=unknown&q=silent");
    expect(known.items).toMatchObject([{ health: { score: null, band: null, risk: null } }]);
    const first = await ask<AccountList>("/v1/accounts?sort=score&order=desc&limit=1");
    const rest = await ask<AccountList>(`/v1/accounts?sort=score&order=desc&after=${first.next}`);
    expect(new Set([...idsOf(first), ...idsOf(rest)]).size).toBe(first.total);
    const { facets } = await ask<AccountFacets>("/v1/accounts/facets");
    const [segment] = facets.segment ?? [];
    expect(segment?.accounts).toBeGreaterThan(0);
    const own = await ask<AccountList>(`/v1/accounts?segment=${segment?.value}`);
    expect(own.total).toBe(segment?.accounts);
  });

  it("K20: who needs a person is told with every reason, and others are not", async () => {
    const { put } = accountsOf(server);
    await put("need", { owner: "Zoe", renewal: dayOf(NOW + 30 * DAY) });
    await put("fine", { owner: "Zoe" });
    await send("PUT", "/v1/tasks/late", { account: "need", title: "Call", due: dayOf(NOW - DAY) });
    await send("PUT", "/v1/tasks/soon", { account: "fine", title: "Call", due: dayOf(NOW) });
    await healthOf(server).say("s-need", { account: "need", kind: "bake-off", level: "high" });
    const path = "/v1/query/accounts/attention?owner=Zoe";
    const { items, total } = await ask<AccountsInNeed>(path);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      standing: { id: "need", risk: "high" },
      needs: [{ type: "risk" }, { type: "overdue", tasks: 1, due: dayOf(NOW - DAY) }],
    });
    await send("POST", "/v1/tasks/late/change", { state: "done" });
    expect((await ask<AccountsInNeed>(path)).items[0]?.needs).toEqual([{ type: "risk" }]);
    const tasks = await ask<TaskList>("/v1/tasks?account=need&state=closed");
    expect(tasks.items).toMatchObject([{ id: "late", accountName: null }]);
  });

  it("K21: features of the plan are told from those that are not in it, used or not", async () => {
    for (const [id, more] of [
      ["save", {}],
      ["export", { plans: ["pro"] }],
    ] as const) {
      const body = { id, name: id, rules: [{ on: "click", selector: `#${id}` }], ...more };
      await send("PUT", `/v1/features/${id}`, body);
      await send("POST", `/v1/features/${id}/publish`, {});
    }
    const { put } = accountsOf(server);
    await put("user", { plan: "basic" });
    await useWeekly(server, { account: "user", feature: "save", uses: [2, 0, 3] });
    await healthOf(server).compute();
    const use = await ask<AccountUse>("/v1/accounts/user/use");
    const save = use.features.find(({ feature }) => feature === "save");
    expect(save).toMatchObject({ included: true, uses: 5, weeks: 2 });
    const exported = use.features.find(({ feature }) => feature === "export");
    expect(exported).toMatchObject({ included: false, uses: 0, weeks: 0, lastDay: null });
    await put("user", { plan: null });
    const unknown = await ask<AccountUse>("/v1/accounts/user/use");
    expect(unknown.features.find(({ feature }) => feature === "export")?.included).toBeNull();
    expect((await server.ask("/v1/accounts/none/use", { as: server.home.adminToken })).status).toBe(
      404,
    );
  });

  it("K22: changes, contacts and answers stand in one list, newest first, page by page", async () => {
    const { put } = accountsOf(server);
    await put("story", { plan: "pro" });
    await send("PUT", "/v1/accounts/story/touches/h1", { kind: "call", at: NOW - 3 * DAY });
    const answer = { guide: "nps", version: 1, step: "one", answer: { type: "nps", value: 9 } };
    const said = identified("eve");
    await server.send([
      {
        ...said,
        type: "track",
        event: "Guide Answered",
        timestamp: new Date(NOW - 5 * DAY).toISOString(),
        properties: { ...answer, action: "answered" },
        context: { groupId: "story" },
      },
    ]);
    const path = "/v1/accounts/story/history";
    const all = await ask<AccountHistory>(path);
    expect(all.items.map(({ type }) => type)).toEqual(["change", "touch", "answer"]);
    expect(all.items[2]).toMatchObject({ answer: { type: "nps", score: 9 } });
    const first = await ask<AccountHistory>(`${path}?limit=2`);
    const rest = await ask<AccountHistory>(`${path}?limit=2&after=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(rest.next).toBeNull();
  });

  it("K23: the map counts customers by stage and what they met since they came to it", async () => {
    const { put } = accountsOf(server);
    const at = dayOf(NOW - 60 * DAY);
    await put("here", {
      stage: "onboarding",
      stageSince: at,
      mrr: { minor: 500, currency: "CHF" },
    });
    await send("PUT", "/v1/accounts/here/touches/j1", { kind: "qbr", at: NOW - 9 * DAY });
    await send("PUT", "/v1/accounts/here/touches/j2", { kind: "call", at: NOW - 90 * DAY });
    const { stages } = await ask<JourneyMap>("/v1/query/journey");
    const [onboarding] = stages;
    expect(onboarding).toMatchObject({ id: "onboarding", accounts: 1, medianDays: 60, stuck: 1 });
    expect(onboarding?.met).toEqual({ qbr: 1 });
    expect(onboarding?.mrr).toEqual([{ currency: "CHF", minor: 500 }]);
    const list = "/v1/accounts?stage=onboarding&touchpoint=";
    expect(idsOf(await ask(`${list}qbr`))).toEqual(["here"]);
    expect(idsOf(await ask(`${list}call`))).toEqual([]);
  });
});
