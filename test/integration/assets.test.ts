import { describe, expect, it } from "vitest";
import type { Asset } from "../../lib/model/asset.ts";
import type { Bundle, SignedBundle } from "../../lib/model/bundle.ts";
import type { Problem } from "../../lib/model/parse.ts";
import { ENGINES } from "../support/database.ts";
import { guide, publish, put, step } from "../support/documents.ts";
import { png } from "../support/picture.ts";
import { useServer } from "../support/server.ts";

interface Refusal {
  error: { code: string; message: string; problems?: Problem[] };
}

const image = (asset: string, alt = "A green square") => ({ type: "image", asset, alt });
const showing = (id: string, ...blocks: object[]) =>
  guide(id, { steps: [step("first", { body: { "pt-BR": [], en: blocks } }), step("second")] });

describe.each(ENGINES)("assets on %s", (engine) => {
  const server = useServer(engine);

  const send = <T = Asset>(body: Uint8Array | string, as = server.home.adminToken) =>
    server.ask<T>("/v1/assets", { method: "POST", as, body });
  const fetchAs = (as: string, asset: string) =>
    server.fetch(`/v1/assets/${asset}`, { headers: { Authorization: `Bearer ${as}` } });
  const bundle = async () => {
    const answer = await server.ask<SignedBundle>("/v1/bundle", { as: server.home.writeKey });
    return JSON.parse(answer.body.payload) as Bundle;
  };

  it("R34: a picture is named by its bytes, and the same one is kept once", async () => {
    const picture = png(320, 180);
    const first = await send(picture);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      type: "image/png",
      width: 320,
      height: 180,
      bytes: picture.length,
    });
    expect(await send(picture)).toMatchObject({ status: 200, body: first.body });
    const list = await server.ask<{ items: Asset[] }>("/v1/assets", {
      as: server.home.adminToken,
    });
    expect(list.body.items).toContainEqual(first.body);
  });

  it("R34: devices get the very bytes, for ever, and never as anything but a picture", async () => {
    const picture = png(40, 20);
    const { asset } = (await send(picture)).body;
    for (const as of [server.home.writeKey, server.home.adminToken]) {
      const answer = await fetchAs(as, asset);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/png",
        "cache-control": "private, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
      });
    }
    expect((await server.fetch(`/v1/assets/${asset}`)).status).toBe(401);
    expect((await fetchAs(server.home.writeKey, "0".repeat(64))).status).toBe(404);
  });

  it("R35: what is no picture is refused in words, and so is one that is too large", async () => {
    const refused = async (body: Uint8Array | string) => {
      const { status, body: answer } = await send<Refusal>(body);
      return [status, answer.error.message];
    };
    expect(await refused("<svg xmlns='http://www.w3.org/2000/svg'/>")).toEqual([
      415,
      "SVG and other markup is refused, because it can carry scripts. Send it as PNG or WebP.",
    ]);
    expect(await refused("words")).toEqual([
      415,
      "These bytes are no picture that is known here. PNG, JPEG, WebP and GIF are.",
    ]);
    expect(await refused(png(4097, 1))).toEqual([
      415,
      "The picture has 4097 × 1 pixels. At most 4096 pixels a side and 8 megapixels in all are allowed.",
    ]);
    expect((await refused(png(4000, 2001)))[0]).toBe(415);
    expect((await refused(Buffer.concat([png(1, 1), Buffer.alloc(1024 * 1024)])))[0]).toBe(413);
  });

  it("R35: authors send pictures; write keys and other workspaces do not", async () => {
    expect((await send(png(2, 2), server.home.writeKey)).status).toBe(403);
    const { asset } = (await send(png(3, 3))).body;
    const other = await server.newWorkspace();
    expect((await fetchAs(other.adminToken, asset)).status).toBe(404);
  });

  it("R36: a guide is published when all its pictures are there, field by field", async () => {
    const missing = "a".repeat(64);
    const paragraph = { type: "paragraph", children: [{ type: "text", text: "x" }] };
    await put(server, "guides", showing("pictured", paragraph, image(missing)));
    const refused = await publish(server, "guides", "pictured");
    expect(refused.status).toBe(400);
    expect((refused.body as unknown as Refusal).error.problems).toEqual([
      {
        path: "steps[0].body.en[1].asset",
        found: `"${missing}"`,
        allowed: "the name that POST /v1/assets has given to a picture",
      },
    ]);
    const { body: asset } = await send(png(64, 48));
    await put(server, "guides", showing("pictured", paragraph, image(asset.asset)));
    expect((await publish(server, "guides", "pictured")).status).toBe(201);
    expect((await bundle()).assets).toEqual([asset]);
  });

  it("R36: the bundle says since when a guide is published, whatever its version", async () => {
    const sinceOf = async () =>
      (await bundle()).guides.find(({ body }) => body.id === "dated")?.publishedAt;
    await put(server, "guides", guide("dated"));
    await publish(server, "guides", "dated");
    const since = await sinceOf();
    expect(since).toBe(server.time.now);
    server.time.now += 60_000;
    await put(server, "guides", guide("dated", { name: { en: "Better" } }));
    await publish(server, "guides", "dated");
    expect(await sinceOf()).toBe(since);
  });

  it("R36: a picture says what it shows, unless it is decoration", async () => {
    const problem = async (block: object) => {
      const answer = await put(server, "guides", showing("silent", block));
      return (answer.body as Partial<Refusal>).error?.problems?.map(({ path }) => path) ?? [];
    };
    const silent = image("b".repeat(64), "");
    expect(await problem(silent)).toEqual(["steps[0].body.en[0].alt"]);
    expect(await problem({ ...silent, decorative: true })).toEqual([]);
    expect(await problem({ ...silent, alt: "Words", decorative: true })).toEqual([
      "steps[0].body.en[0].alt",
    ]);
  });
});
