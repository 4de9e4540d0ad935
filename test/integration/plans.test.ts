import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import type { OwnAccount } from "../../lib/model/own-account.ts";
import { ENGINES } from "../support/database.ts";
import { identified } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

describe.each(ENGINES)("plans on %s", (engine) => {
  const server = useServer(engine);

  it("C16, V15: a device learns the plan of its account once a published feature belongs to plans", async () => {
    const { workspace, writeKey, adminToken: as } = await server.newWorkspace();
    const key = await server.ask<{ secret: string }>("/v1/identity-keys", {
      method: "POST",
      as,
      body: { id: "app", algorithm: "HS256" },
    });
    await server.send(
      [{ ...identified("ann"), type: "group", groupId: "acme", traits: { plan: "pro", mrr: 9 } }],
      writeKey,
    );
    const token = await new SignJWT({ account: "acme" })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("ann")
      .setAudience(workspace)
      .setExpirationTime(Math.floor((NOW + 600_000) / 1000))
      .sign(new TextEncoder().encode(key.body.secret));
    const attributes = async () => {
      const headers = { "Waymark-Identity": token };
      const { body } = await server.ask<OwnAccount>("/v1/me", { as: writeKey, headers });
      return body.attributes;
    };
    const publish = async (more: object) => {
      const rules = [{ on: "click", selector: "#export" }];
      const body = { id: "export", name: "Export", rules, ...more };
      const saved = await server.ask("/v1/features/export", { method: "PUT", as, body });
      expect(saved.status).toBeLessThan(300);
      await server.ask("/v1/features/export/publish", { method: "POST", as });
    };
    await publish({});
    expect(await attributes()).toEqual({});
    await publish({ plans: ["pro"] });
    expect(await attributes()).toEqual({ plan: "pro" });
  });
});
