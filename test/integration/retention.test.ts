import { describe, expect, it } from "vitest";
import type { FeatureAdoption } from "../../lib/model/query.ts";
import { letGo } from "../../server/retention/let-go.ts";
import { ENGINES } from "../support/database.ts";
import { at, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const SETTING = "/v1/settings/retention";

describe.each(ENGINES)("retention on %s", (engine) => {
  const server = useServer(engine);

  async function company() {
    server.time.now = NOW;
    const { workspace, writeKey, adminToken: as } = await server.newWorkspace();
    const ago = (days: number, more = {}) =>
      used("save", { userId: "ann", ...at(NOW - days * DAY), ...more });
    return {
      workspace,
      ago,
      as,
      keep: (days: number | null) => server.ask(SETTING, { method: "PUT", as, body: { days } }),
      send: (...messages: unknown[]) => server.send(messages, writeKey),
      pass: () => letGo(server.deps, workspace),
      uses: async () => {
        const { body } = await server.ask<FeatureAdoption>("/v1/query/features?days=90", { as });
        return body.features.find(({ feature }) => feature === "save")?.events ?? 0;
      },
      kept: () =>
        server.db.transaction(workspace, (sql) => sql.query("SELECT at FROM events ORDER BY at")),
    };
  }

  it("R76: events that are older go, and what was counted of them stays", async () => {
    const { keep, send, ago, pass, uses, kept } = await company();
    await send(ago(40), ago(31), ago(29), ago(0));
    expect(await pass()).toBe(0);
    await keep(30);
    expect(await pass()).toBe(2);
    expect(await kept()).toEqual([{ at: NOW - 29 * DAY }, { at: NOW }]);
    expect(await uses()).toBe(4);
    server.time.now = NOW + 10 * DAY;
    expect(await pass()).toBe(1);
    expect(await pass()).toBe(0);
  });

  it("R76: what was let go is not taken again, whatever is kept from then on", async () => {
    const { as, keep, send, ago, pass, uses } = await company();
    const old = ago(40);
    await send(old);
    await keep(30);
    await pass();
    for (const days of [30, 400, null]) {
      expect((await keep(days)).status).toBe(200);
      await pass();
      const { results } = await send(old, ago(1));
      expect(results.map(({ status }) => status)).toEqual(["rejected", "accepted"]);
    }
    expect((await send(old)).results[0]?.reason).toMatch(/^timestamp: .*retention/);
    expect(await uses()).toBe(4);
    const from = Math.floor(NOW / DAY) * DAY - 30 * DAY;
    expect((await server.ask(SETTING, { as })).body).toEqual({ days: null, from });
  });

  it("R76: a deletion takes the figures of a person of whom no event is kept", async () => {
    const { as, keep, send, ago, pass, uses } = await company();
    const bob = { userId: "bob", anonymousId: "device-2" };
    // Before anybody signed in on the device it is Ann's too.
    await send(ago(40), ago(50, { userId: undefined }), ago(50, bob));
    await keep(30);
    await pass();
    expect(await uses()).toBe(3);
    const forget = (of: object) =>
      server.ask("/v1/privacy/delete", { method: "POST", as, body: { of } });
    await forget({ user: "bob" });
    expect(await uses()).toBe(2);
    await forget({ user: "ann" });
    expect(await uses()).toBe(0);
  });

  it.each([29, 3651, 30.5, "400"])("R76: %s is no number of days to keep events", async (days) => {
    const { as } = await company();
    const answer = await server.ask<{ error: { problems: { path: string }[] } }>(SETTING, {
      method: "PUT",
      as,
      body: { days },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.problems[0]?.path).toBe("days");
  });
});
