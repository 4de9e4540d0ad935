import { describe, expect, it } from "vitest";
import { createDestinationsClient } from "../../components/destinations/client.ts";
import { destinationOf, EMPTY_FORM } from "../../components/destinations/form.ts";
import { createDestinationsModel } from "../../components/destinations/model.ts";
import type { NewCredential } from "../../server/auth/schemas.ts";
import { useServer } from "../support/server.ts";

const SERVER = "https://waymark.test";

/** What administrators do with targets of messages in the console, over the server itself. */
describe("targets of messages in the console", () => {
  const server = useServer("embedded");
  const request: typeof fetch = (input, init) =>
    server.fetch(String(input).slice(SERVER.length), init);
  const opened = async (token: string) => {
    const model = createDestinationsModel(
      createDestinationsClient({ server: SERVER, token }, request),
    );
    await model.list.load();
    return model;
  };
  const hook = destinationOf({ ...EMPTY_FORM, url: "http://127.0.0.1:9/in" });

  it("R70: a webhook is added, its secret seen once, paused, tested, given a new secret, and removed", async () => {
    const model = await opened(server.home.adminToken);
    expect(model.list.value.value).toEqual([]);
    expect(await model.put("crm", hook)).toBe(true);
    const first = model.made.value?.secret;
    expect(first).toMatch(/^\S{30,}$/);
    model.putAway();
    expect(await model.put("crm", { ...hook, changes: [] })).toBe(true);
    expect(model.made.value).toBeNull();
    await model.pause("crm", true);
    await model.test("crm");
    expect(model.tested.value).toBe("crm");
    expect(model.list.value.value).toMatchObject([{ id: "crm", paused: true, waiting: 1 }]);
    await model.newSecret("crm");
    expect(model.made.value?.secret).not.toBe(first);
    await model.remove("crm");
    expect([model.list.value.value, model.made.value]).toEqual([[], null]);
  });

  it("what is wrong is said of its field, and what is there stays", async () => {
    const model = await opened(server.home.adminToken);
    expect(await model.put("crm", { ...hook, url: "http://192.168.0.1/" })).toBe(false);
    expect(model.problem.value?.problems).toMatchObject([{ path: "url" }]);
    expect(await model.put("Not an id", hook)).toBe(false);
    expect(model.problem.value?.problems).toMatchObject([{ path: "id" }]);
    expect(model.list.value.value).toEqual([]);
  });

  it("authors are told that it is for administrators", async () => {
    const { body } = await server.ask<NewCredential>("/v1/tokens", {
      method: "POST",
      as: server.home.adminToken,
      body: { name: "Ann", role: "author" },
    });
    const model = await opened(body.secret);
    expect(model.list.value).toMatchObject({ value: null });
    const offline = createDestinationsModel(
      createDestinationsClient({ server: SERVER, token: "x" }, async () => {
        throw new TypeError("offline");
      }),
    );
    await offline.list.load();
    expect(offline.list.view.value).toMatchObject({ state: "failed", error: { code: "offline" } });
  });
});
