import { createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Bundle, type SignedBundle, type WorkspaceInfo } from "../../lib/model/bundle.ts";
import { parseJson } from "../../lib/model/parse.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put } from "../support/documents.ts";
import { useServer } from "../support/server.ts";

/** DER prefix of an Ed25519 public key, before its 32 raw bytes. */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

describe.each(ENGINES)("bundle on %s", (engine) => {
  const server = useServer(engine);

  const fetchBundle = (headers: Record<string, string> = {}) =>
    server.ask<SignedBundle>("/v1/bundle", { as: server.home.writeKey, headers });

  const open = async () => {
    const { body } = await fetchBundle();
    const bundle = parseJson(Bundle, body.payload);
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.error));
    return bundle.value;
  };

  it("R20: a new workspace has an empty bundle, of which nothing leaves a device but signals", async () => {
    expect(await open()).toMatchObject({
      workspace: server.home.workspace,
      revision: 1,
      sync: { events: "off" },
      guides: [],
    });
  });

  it("R20: the bundle holds what is published, is signed, and its bytes change only with its revision", async () => {
    await put(server, "features", feature("b"));
    await put(server, "features", feature("a"));
    await publish(server, "features", "b");
    await publish(server, "features", "a");
    await put(server, "guides", guide("tour"));
    const { body: publication } = await publish(server, "guides", "tour");
    await put(server, "guides", guide("tour", { kind: "modal", steps: [guide("x").steps[0]] }));

    const first = await fetchBundle();
    const bundle = await open();
    expect(bundle.revision).toBe(publication.revision);
    expect(bundle.features.map((entry) => entry.body.id)).toEqual(["a", "b"]);
    expect(bundle.guides).toMatchObject([{ version: 1, body: guide("tour") }]);
    expect((await fetchBundle()).body).toEqual(first.body);

    const info = await server.ask<WorkspaceInfo>("/v1/workspace", { as: server.home.writeKey });
    expect(info.body.keyId).toBe(first.body.keyId);
    const raw = Buffer.from(info.body.publicKey, "base64");
    const key = createPublicKey({
      key: Buffer.concat([SPKI, raw]),
      format: "der",
      type: "spki",
    });
    const isSigned = (payload: string) =>
      verify(null, Buffer.from(payload), key, Buffer.from(first.body.signature, "base64"));
    expect(isSigned(first.body.payload)).toBe(true);
    expect(isSigned(`${first.body.payload} `)).toBe(false);
  });

  it("R20: a device that has the revision is told so, and gets the next one when there is one", async () => {
    const etag = (await fetchBundle()).headers.get("etag") ?? "";
    const known = await fetchBundle({ "If-None-Match": `"0", W/${etag}` });
    expect([known.status, known.body, known.headers.get("etag")]).toEqual([304, undefined, etag]);
    const before = (await open()).revision;
    const setSync = (events: string) =>
      server.ask("/v1/settings/sync", {
        method: "PUT",
        as: server.home.adminToken,
        body: { events },
      });
    await setSync("all");
    await setSync("all");
    expect((await fetchBundle({ "If-None-Match": etag })).status).toBe(200);
    expect(await open()).toMatchObject({ revision: before + 1, sync: { events: "all" } });
  });

  it("E16: an administrator says whether devices ask first, and the bundle tells them", async () => {
    const consent = { consent: "required" };
    const set = (body: unknown, as: string) =>
      server.ask("/v1/settings/consent", { method: "PUT", as, body });
    expect((await set(consent, server.home.writeKey)).status).toBe(403);
    expect((await set({ consent: "maybe" }, server.home.adminToken)).status).toBe(400);
    const before = (await open()).revision;
    expect(await set(consent, server.home.adminToken)).toMatchObject({
      status: 200,
      body: consent,
    });
    expect(await open()).toMatchObject({ consent: "required", revision: before + 1 });
    await set({ consent: "implied" }, server.home.adminToken);
  });

  it("T45: how guides look in general is a setting that devices get, and one that makes no sense is refused", async () => {
    const setTheme = (theme: object) =>
      server.ask("/v1/settings/theme", { method: "PUT", as: server.home.adminToken, body: theme });
    const theme = { accent: "#b00020", font: "host" };
    expect((await setTheme(theme)).status).toBe(200);
    const { revision } = await open();
    await setTheme(theme);
    expect(await open()).toMatchObject({ revision, theme });
    expect((await setTheme({ accent: "red" })).status).toBe(400);
    await setTheme({});
    expect(await open()).toMatchObject({ revision: revision + 1, theme: {} });
  });

  it("R20: what was archived is out of the bundle", async () => {
    await put(server, "guides", guide("gone"));
    await publish(server, "guides", "gone");
    const ids = async () => (await open()).guides.map((entry) => entry.body.id);
    expect(await ids()).toContain("gone");
    await server.ask("/v1/guides/gone", { method: "DELETE", as: server.home.adminToken });
    expect(await ids()).not.toContain("gone");
  });
});
