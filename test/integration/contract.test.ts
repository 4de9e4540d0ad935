import { describe, expect, it } from "vitest";
import type { GuideFunnel, UserSignals } from "../../lib/model/query.ts";
import { eventToWire, identityToWire, signalToWire } from "../../lib/sync/wire.ts";
import { ENGINES } from "../support/database.ts";
import { guide, publish, put } from "../support/documents.ts";
import { NOW, useServer } from "../support/server.ts";

const DEVICE = { device: "device-1", version: "0.1.0" };
const captured = (seq: number) => ({
  id: `019aa000-0000-7000-8000-00000000000${seq}`,
  ts: NOW - 10_000 + seq,
  boot: "019aa000-0000-4000-8000-00000000000b",
  seq,
  host: "app.example.com",
  path: "/flows/:id",
});

describe.each(ENGINES)("device and server on %s", (engine) => {
  const server = useServer(engine);

  it("R3: every message that a device makes is accepted and means the same to the server", async () => {
    await put(server, "guides", guide("tour"));
    await publish(server, "guides", "tour");
    const who = { user: "ann", account: "acme" };
    const run = { kind: "guide", guide: "tour", version: 1, step: "first" } as const;
    const done = { signal: "done", version: 1, kind: "milestone" as const, value: true };
    const value = { ...done, since: NOW, evidence: [], detail: { reachedAt: [NOW, null] } };
    const items = [
      eventToWire({ ...captured(1), kind: "feature", feature: "save", ...who }, DEVICE, {
        events: "features",
      }),
      eventToWire({ ...captured(2), ...run, action: "step_shown", ...who }, DEVICE, {
        events: "off",
      }),
      ...identityToWire(
        { ...captured(3), kind: "identify", ...who, traits: { plan: "pro" }, token: "t" },
        DEVICE,
      ),
      signalToWire({ ...captured(4) }, value, { ...DEVICE, ...who }),
    ];
    const reply = await server.send(items.map((entry) => entry?.message));
    expect(reply.results).toEqual(
      items.map((entry) => ({ messageId: entry?.id, status: "accepted" })),
    );

    const as = server.home.adminToken;
    const [stored] = await server.db.transaction(server.home.workspace, (sql) =>
      sql.query(
        "SELECT at, device, user_id, account_id, boot, seq, host, path FROM events WHERE seq = 1",
      ),
    );
    const { ts, boot, host, path } = captured(1);
    expect(stored).toEqual({
      at: ts,
      device: "device-1",
      user_id: "ann",
      account_id: "acme",
      boot,
      seq: 1,
      host,
      path,
    });
    const { body: people } = await server.ask<UserSignals>("/v1/query/signals", { as });
    expect(people.users).toMatchObject([
      { user: "ann", account: "acme", values: { done: { value: true, since: NOW } } },
    ]);
    const { body: funnel } = await server.ask<GuideFunnel>("/v1/query/guides/tour/funnel", { as });
    expect(funnel.steps[0]).toMatchObject({ step: "first", shown: 1 });
  });
});
