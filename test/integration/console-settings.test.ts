import { describe, expect, it } from "vitest";
import { createSettingsClient } from "../../components/console/settings-client.ts";
import { createSettingsModel } from "../../components/console/settings-model.ts";
import { createTaggingModel } from "../../components/panel/tagging-model.ts";
import type { Ask } from "../../components/ports.ts";
import type { NewCredential } from "../../server/auth/schemas.ts";
import { useServer } from "../support/server.ts";

const SERVER = "https://waymark.test";

/** What administrators settle in the console, and what authors meet in the side panel, over the server itself. */
describe("settings of publication", () => {
  const server = useServer("embedded");
  const request: typeof fetch = (input, init) =>
    server.fetch(String(input).slice(SERVER.length), init);
  const settingsOf = async (token: string) => {
    const model = createSettingsModel(createSettingsClient({ server: SERVER, token }, request));
    await model.settings.load();
    return model;
  };
  const tokenOf = async (name: string) =>
    (
      await server.ask<NewCredential>("/v1/tokens", {
        method: "POST",
        as: server.home.adminToken,
        body: { name, role: "author" },
      })
    ).body.secret;

  async function tagAs(token: string) {
    const values: Record<string, unknown> = { "console.session": { server: SERVER, token } };
    const ask = (async (name: string) => ({ ok: true, value: values[name] ?? [] })) as unknown;
    const model = createTaggingModel({
      ask: ask as Ask,
      fetch: request,
      page: { open: async () => [] },
    });
    await model.load();
    model.showTab(1);
    await model.toggle();
    return model;
  }

  it("R61: a key of staging is made, connects a browser to staging, and is revoked", async () => {
    const model = await settingsOf(server.home.adminToken);
    const before = model.settings.value.value?.keys?.length ?? 0;
    expect(await model.makeKey("Testers", "staging")).toBe(true);
    const made = model.made.value;
    const told = await server.ask("/v1/workspace", { as: made?.secret ?? "" });
    expect(told.body).toMatchObject({ environment: "staging" });
    expect(model.settings.value.value?.keys).toHaveLength(before + 1);
    const names = model.settings.value.value?.keys?.map(({ name }) => name);
    expect(names).toContain("Testers");
    await model.revokeKey(made?.id ?? "");
    expect(model.made.value).toBeNull();
    expect(model.settings.value.value?.keys).toHaveLength(before);
    expect((await server.ask("/v1/workspace", { as: made?.secret ?? "" })).status).toBe(401);
  });

  it("authors see what holds and change nothing", async () => {
    const model = await settingsOf(await tokenOf("Ann"));
    expect(model.settings.value.value).toEqual({ review: false, keys: null });
    await model.requireReview(true);
    expect(model.problem.value).toMatchObject({ code: "forbidden" });
    expect(model.settings.value.value?.review).toBe(false);
  });

  it("R63: where a review is required, a tag goes through one from the side panel", async () => {
    const admin = await settingsOf(server.home.adminToken);
    await admin.requireReview(true);
    expect(admin.settings.value.value?.review).toBe(true);

    const ann = await tagAs(await tokenOf("Ann"));
    ann.begin("view");
    ann.change({ name: "Orders", path: "/orders" });
    await ann.save(true);
    expect(ann.problem.value).toMatchObject({ error: { problems: [{ path: "review" }] } });
    const { id, name, revision } = ann.form.value?.draft ?? { id: null, name: "", revision: 0 };
    await ann.advance({ id: id ?? "", name, revision }, "ask");
    expect(ann.form.value).toBeNull();
    expect(ann.reviews.value).toMatchObject([{ id: "orders", review: "in_review" }]);
    expect(ann.drafts.value).toEqual([]);

    const bob = await tagAs(await tokenOf("Bob"));
    const [waiting] = bob.reviews.value;
    if (!waiting) throw new Error("nothing waits");
    await bob.advance(waiting, "approve");
    const [approved] = bob.reviews.value;
    if (!approved) throw new Error("nothing is approved");
    expect(approved.review).toBe("approved");
    await bob.advance(approved, "publish");
    expect(bob.problem.value).toBeNull();
    expect(bob.reviews.value).toEqual([]);
  });
});
