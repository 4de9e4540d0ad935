import { describe, expect, it } from "vitest";
import { createSigningKeysClient } from "../../components/administration/keys-client.ts";
import { createSigningKeysModel } from "../../components/administration/keys-model.ts";
import { createRetentionClient } from "../../components/administration/retention-client.ts";
import { createRetentionModel } from "../../components/administration/retention-model.ts";
import { createTokensClient } from "../../components/administration/tokens-client.ts";
import { createTokensModel } from "../../components/administration/tokens-model.ts";
import { at, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;

/** What administrators look after in the console, over the server itself. */
describe("administration in the console", () => {
  const server = useServer("embedded");
  const request = (async (path: string, init: RequestInit) =>
    server.fetch(path, init)) as typeof fetch;
  const sessionOf = (token: string) => ({ server: "", token });
  const viewer = async () => {
    const body = { name: "Vera", role: "viewer" };
    const as = server.home.adminToken;
    const made = await server.ask<{ secret: string }>("/v1/tokens", { method: "POST", as, body });
    return sessionOf(made.body.secret);
  };

  it("R76: what would go is told before anything is set, and a viewer may look", async () => {
    const { adminToken, writeKey } = await server.newWorkspace();
    await server.send([used("save", at(NOW - 500 * DAY))], writeKey);
    const model = createRetentionModel(createRetentionClient(sessionOf(adminToken), request));
    await model.kept.load();
    model.choose({ days: 400 });
    model.choose({ days: 760 });
    expect(model.chosen.value).toBeNull();
    model.choose({ days: 400 });
    await model.ask();
    const before = Math.floor(NOW / DAY) * DAY - 400 * DAY;
    expect(model.asked.value?.preview.events).toEqual({ before, count: 1 });
    model.cancel();
    expect(model.kept.value.value?.days).toBe(760);
    await model.ask();
    await model.confirm();
    expect(model.kept.value.value).toMatchObject({ days: 400, imports: 1095 });
    expect([model.chosen.value, model.asked.value, model.problem.value]).toEqual([
      null,
      null,
      null,
    ]);

    const other = createRetentionModel(createRetentionClient(await viewer(), request));
    await other.kept.load();
    expect(other.kept.value.value?.days).toBe(760);
    other.choose({ days: 90 });
    await other.ask();
    expect(other.problem.value).toMatchObject({ code: "forbidden" });
  });

  it("R78: the key that signs is replaced, one is trusted no more, and a viewer sees none", async () => {
    const { adminToken } = await server.newWorkspace();
    const model = createSigningKeysModel(createSigningKeysClient(sessionOf(adminToken), request));
    await model.list.load();
    const states = () => model.list.value.value?.map(({ state }) => state);
    expect(states()).toEqual(["announced", "signs"]);
    const [next] = model.list.value.value ?? [];
    await model.replace();
    expect(states()).toEqual(["announced", "signs", "replaced"]);
    expect(model.list.value.value?.[1]?.keyId).toBe(next?.keyId);
    await model.retire(next?.keyId ?? "");
    expect(states()?.slice(0, 2)).toEqual(["announced", "signs"]);
    expect(states()?.slice(2).sort()).toEqual(["replaced", "retired"]);
    expect(model.problem.value).toBeNull();

    const other = createSigningKeysModel(createSigningKeysClient(await viewer(), request));
    await other.list.load();
    expect(other.list.value.value).toBeNull();
    await other.replace();
    expect(other.problem.value).toMatchObject({ code: "forbidden" });
  });

  it("R82: colleagues are let in and out, and who does it cannot shut everybody out", async () => {
    const { adminToken } = await server.newWorkspace();
    const model = createTokensModel(createTokensClient(sessionOf(adminToken), request));
    await model.list.load();
    const shown = () => model.list.value.value?.map(({ name }) => name);
    const [first] = model.list.value.value ?? [];
    expect(first).toMatchObject({ isOwn: true, isLastAdmin: true });
    await model.revoke(first?.id ?? "");
    expect(model.problem.value?.detail).toContain("last administrator");
    expect(shown()).toEqual(["First administrator"]);

    await model.make("Ann", "admin");
    const ann = model.made.value;
    expect(model.problem.value).toBeNull();
    expect(model.list.value.value).toMatchObject([
      { name: "Ann", isOwn: false, isLastAdmin: false },
      { name: "First administrator", isLastAdmin: false },
    ]);
    const hers = createTokensModel(createTokensClient(sessionOf(ann?.secret ?? ""), request));
    await hers.list.load();
    expect(hers.list.value.value?.find(({ isOwn }) => isOwn)?.name).toBe("Ann");
    await model.revoke(ann?.id ?? "");
    expect([model.made.value, shown()]).toEqual([null, ["First administrator"]]);
    await hers.list.load();
    expect(hers.list.view.value).toMatchObject({ error: { code: "unauthorized" } });

    const viewers = createTokensModel(createTokensClient(await viewer(), request));
    await viewers.list.load();
    expect(viewers.list.value.value).toBeNull();
  });
});
