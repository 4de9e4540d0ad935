import { describe, expect, it } from "vitest";
import type { AccountImports } from "../../lib/model/account-import.ts";
import type { AuditLog } from "../../lib/model/audit.ts";
import type { FeatureAdoption } from "../../lib/model/query.ts";
import type { Retention, RetentionPreview } from "../../lib/model/retention.ts";
import { createHealthRunner } from "../../server/health/runner.ts";
import { letGo, letRecordsGo } from "../../server/retention/let-go.ts";
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
      set: (body: object) => server.ask<Retention>(SETTING, { method: "PUT", as, body }),
      preview: (body: object) =>
        server.ask<RetentionPreview>(`${SETTING}/preview`, { method: "POST", as, body }),
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
    await keep(null);
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
    expect((await server.ask(SETTING, { as })).body).toMatchObject({ days: null, from });
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

  it("R76: a new workspace keeps events for 25 months, imports for three years and the audit log for five", async () => {
    const { as, ago, send, pass, kept } = await company();
    expect((await server.ask(SETTING, { as })).body).toEqual({
      days: 760,
      imports: 1095,
      audit: 1825,
      from: null,
    });
    await send(ago(761), ago(759));
    expect(await pass()).toBe(1);
    expect(await kept()).toEqual([{ at: NOW - 759 * DAY }]);
  });

  it("R76: a preview says how much would go, of before when, and deletes nothing", async () => {
    const { as, ago, send, preview, kept } = await company();
    await send(ago(40), ago(31), ago(29));
    const daysAgo = (days: number) => Math.floor(NOW / DAY) * DAY - days * DAY;
    expect((await preview({ days: 30 })).body).toEqual({
      events: { before: daysAgo(30), count: 2 },
      imports: { before: daysAgo(1095), count: 0 },
      audit: { before: daysAgo(1825), count: 0 },
    });
    expect((await preview({ days: null, imports: null })).body).toMatchObject({
      events: null,
      imports: null,
    });
    expect(await kept()).toHaveLength(3);
    expect((await server.ask(SETTING, { as })).body).toMatchObject({ days: 760 });
    expect((await preview({ audit: 364 })).status).toBe(400);
  });

  it("R76: imports and the audit log have terms of their own, and what is not named stays", async () => {
    const { workspace, as, set } = await company();
    const file = (id: string) =>
      server.ask("/v1/imports", {
        method: "POST",
        as,
        body: { name: `${id}.csv`, data: Buffer.from(`id,name\n${id},Acme`).toString("base64") },
      });
    await file("old");
    server.time.now = NOW + 400 * DAY;
    await file("new");
    const names = async () => {
      const { body } = await server.ask<AccountImports>("/v1/imports", { as });
      return body.items.map(({ name }) => name);
    };
    const log = async () => (await server.ask<AuditLog>("/v1/audit", { as })).body.items;
    const pass = () => letRecordsGo(server.deps, workspace);
    expect(await pass()).toEqual({ imports: 0, audit: 0 });

    expect((await set({ imports: 365 })).body).toMatchObject({ days: 760, imports: 365 });
    expect(await pass()).toEqual({ imports: 1, audit: 0 });
    expect(await names()).toEqual(["new.csv"]);
    expect((await log()).some(({ at }) => at === NOW)).toBe(true);
    await set({ audit: 365 });
    expect((await pass()).audit).toBeGreaterThan(0);
    expect((await log()).every(({ at }) => at > NOW)).toBe(true);
    expect(await names()).toEqual(["new.csv"]);
  });

  it("R76: workspaces that were there before keep everything until somebody says otherwise", async () => {
    const { workspace } = await company();
    await server.db.transaction(workspace, (sql) =>
      sql.query(
        "UPDATE workspaces SET retention_days = NULL, import_days = NULL, audit_days = NULL WHERE id = $1",
        [workspace],
      ),
    );
    server.time.now = NOW + 5000 * DAY;
    expect(await letGo(server.deps, workspace)).toBe(0);
    expect(await letRecordsGo(server.deps, workspace)).toEqual({ imports: 0, audit: 0 });
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

  it("R76: what has to be done after each pass is done after one that failed, too", async () => {
    const { db, newId, log, clock } = server.deps;
    const told: string[] = [];
    const ending = new AbortController();
    const fails = () => Promise.reject(new Error("the database has a bad day"));
    const runner = createHealthRunner(
      {
        ...{ newId, log, clock, db: { ...db, read: fails, transaction: fails } },
        passed: async () => void told.push("passed"),
        ended: async () => void told.push("ended"),
      },
      ending.signal,
    );
    runner.changed(server.home.workspace);
    await runner.settled();
    ending.abort();
    expect(told).toEqual(["ended"]);
  });
});
