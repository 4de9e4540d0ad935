import { describe, expect, it } from "vitest";
import type { DataExport } from "../../lib/model/privacy.ts";
import { newDevice } from "../../lib/store/new-device.ts";
import { ENGINES } from "../support/database.ts";
import { at, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

describe.each(ENGINES)("export on %s", (engine) => {
  const server = useServer(engine);

  it("R40: a device is told what it sent, a person all that is kept about them, a part at a time", async () => {
    const { writeKey, adminToken } = await server.newWorkspace();
    const [mine, other] = await Promise.all([newDevice(), newDevice()]);
    const batch = Array.from({ length: 200 }, (_, n) =>
      used("save", { anonymousId: mine.id, userId: "ann", ...at(NOW - n) }),
    );
    await server.send(batch, writeKey);
    await server.send([used("load", { anonymousId: other.id, userId: "ann" })], writeKey);
    const path = "/v1/privacy/export";
    const { body } = await server.ask<DataExport>(path, {
      method: "POST",
      as: writeKey,
      headers: { "Waymark-Device": mine.secret },
      body: {},
    });
    expect(body).toMatchObject({ users: [], devices: [{ device: mine.id }], next: null });
    expect(body.events).toHaveLength(200);
    const whole = await server.ask<DataExport>(path, {
      method: "POST",
      as: adminToken,
      body: { of: { user: "ann" } },
    });
    expect(whole.body.events).toHaveLength(201);
    expect(whole.body.users).toMatchObject([{ user: "ann" }]);
    const after = await server.ask<DataExport>(path, {
      method: "POST",
      as: adminToken,
      body: { of: { user: "ann" }, after: JSON.stringify([NOW - 1, ""]) },
    });
    expect(after.body.events).toHaveLength(3);
    const bad = await server.ask(path, {
      method: "POST",
      as: adminToken,
      body: { of: { user: "ann" }, after: "nonsense" },
    });
    expect(bad.status).toBe(400);
  });
});
