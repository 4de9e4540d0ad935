import { describe, expect, it } from "vitest";
import type { DocumentHistory } from "../../lib/model/document-history.ts";
import type { Problem } from "../../lib/model/parse.ts";
import type { NewCredential } from "../../server/auth/schemas.ts";
import type { Document } from "../../server/documents/schemas.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put } from "../support/documents.ts";
import { useServer } from "../support/server.ts";

interface Refusal {
  error: { code: string; message: string; problems?: Problem[] };
}

const STAGING = { environment: "staging" } as const;

describe.each(ENGINES)("review on %s", (engine) => {
  const server = useServer(engine);

  const person = async (name: string, role = "author") =>
    (
      await server.ask<NewCredential>("/v1/tokens", {
        method: "POST",
        as: server.home.adminToken,
        body: { name, role },
      })
    ).body.secret;
  const write = (as: string, id: string, name: string) =>
    put(server, "guides", guide(id, { name: { en: name } }), { as });
  const act = <T = Document>(as: string, id: string, verb: string, body?: object, etag?: string) =>
    server.ask<T>(`/v1/guides/${id}/${verb}`, {
      method: "POST",
      as,
      ...(body && { body }),
      ...(etag && { headers: { "If-Match": etag } }),
    });
  const require = (required: boolean) =>
    server.ask("/v1/settings/review", {
      method: "PUT",
      as: server.home.adminToken,
      body: { required },
    });
  const historyOf = async (id: string, query = "") =>
    (
      await server.ask<DocumentHistory>(`/v1/guides/${id}/history${query}`, {
        as: server.home.adminToken,
      })
    ).body;

  it("R63: where it is required, production takes what somebody else has approved, and staging anything", async () => {
    const [ann, bob] = [await person("Ann"), await person("Bob")];
    expect((await server.ask("/v1/settings/review", { as: ann })).body).toEqual({
      required: false,
    });
    await require(true);
    await write(ann, "gated", "One");
    const refused = await publish(server, "guides", "gated", { as: ann });
    expect(refused.status).toBe(409);
    expect((refused.body as unknown as Refusal).error.problems).toMatchObject([
      { path: "review", found: '"draft"', allowed: '"approved"' },
    ]);
    expect((await publish(server, "guides", "gated", { as: ann, ...STAGING })).status).toBe(201);
    expect((await publish(server, "guides", "gated", { as: ann, version: 1 })).status).toBe(409);
    expect((await act(bob, "gated", "approve")).status, "nobody asked").toBe(409);
    expect((await act(ann, "gated", "review")).body.review).toBe("in_review");
    const own = await act<Refusal>(ann, "gated", "approve");
    expect([own.status, own.body.error.code]).toEqual([403, "forbidden"]);
    expect((await act(bob, "gated", "approve")).body.review).toBe("approved");
    expect((await publish(server, "guides", "gated", { as: ann, version: 1 })).status).toBe(200);

    await write(ann, "gated", "Two");
    expect((await publish(server, "guides", "gated", { as: ann })).status).toBe(409);
    await publish(server, "guides", "gated", { as: ann, ...STAGING });
    const unseen = await publish(server, "guides", "gated", { as: ann, version: 2 });
    expect(unseen.status, "a version that nobody approved").toBe(409);
    await act(ann, "gated", "review");
    await act(bob, "gated", "approve");
    await publish(server, "guides", "gated", { as: ann });
    await write(ann, "gated", "Three");
    const back = await publish(server, "guides", "gated", { as: ann, version: 1 });
    expect(back.status, "back to what was in production").toBe(200);
    await require(false);
    expect((await publish(server, "guides", "gated", { as: ann })).status).toBe(201);
  });

  it("R63: an edit takes an approval away, saving the same again does not, and an administrator may approve their own", async () => {
    const admin = server.home.adminToken;
    await write(admin, "edited", "One");
    await act(admin, "edited", "review");
    expect((await act(admin, "edited", "approve")).body.review).toBe("approved");
    const review = async (name: string) =>
      ((await write(admin, "edited", name)).body as Document).review;
    expect(await review("One")).toBe("approved");
    expect(await review("Two")).toBe("draft");
  });

  it("R63: what is approved is what was read", async () => {
    const [ann, bob] = [await person("Ann"), await person("Bob")];
    const read = (await write(ann, "raced", "One")).headers.get("etag") ?? "";
    await write(ann, "raced", "Two");
    await act(ann, "raced", "review");
    expect((await act(bob, "raced", "approve", undefined, read)).status).toBe(412);
  });

  it("R63: a draft is returned with a note", async () => {
    const [ann, bob] = [await person("Ann"), await person("Bob")];
    await write(ann, "returned", "One");
    await act(ann, "returned", "review");
    expect((await act(bob, "returned", "return", { note: "  " })).status).toBe(400);
    const note = "The second step is missing.";
    expect((await act(bob, "returned", "return", { note })).body.review).toBe("draft");
    expect((await historyOf("returned")).items[0]).toMatchObject({
      act: "returned",
      by: "Bob",
      note,
    });
    const viewer = await person("Vera", "viewer");
    expect((await act(viewer, "returned", "review")).status).toBe(403);
    expect((await act(ann, "nowhere", "review")).status).toBe(404);
  });

  it("R64: who did what when, by name, saves of one person in a row as one", async () => {
    const [ann, bob] = [await person("Ann"), await person("Bob")];
    const start = server.time.now;
    for (const [minute, as] of [ann, ann, ann, bob, ann].entries()) {
      server.time.now = start + minute * 60_000;
      await write(as, "told", `Name ${minute}`);
    }
    await act(ann, "told", "review");
    await act(bob, "told", "approve");
    await act(bob, "told", "approve");
    await publish(server, "guides", "told", { as: ann, ...STAGING });
    await publish(server, "guides", "told", { as: ann });
    await publish(server, "guides", "told", { as: ann });
    await write(bob, "told", "Last");
    await publish(server, "guides", "told", { as: bob });
    await publish(server, "guides", "told", { as: bob, version: 1 });
    await server.ask("/v1/guides/told", { method: "DELETE", as: bob });
    const { items, next } = await historyOf("told");
    expect(next).toBeNull();
    const told = items.map(({ act, by, times, environment, version }) =>
      [act, by, times > 1 ? times : "", environment ?? "", version ?? ""].join(" ").trim(),
    );
    expect(told.toReversed()).toEqual([
      "created Ann",
      "saved Ann 2",
      "saved Bob",
      "saved Ann",
      "review_asked Ann",
      "approved Bob",
      "published Ann  staging 1",
      "published Ann  production 1",
      "saved Bob",
      "published Bob  production 2",
      "rolled_back Bob  production 1",
      "archived Bob",
    ]);
    expect(items.at(-2)).toMatchObject({ at: start + 60_000, lastAt: start + 2 * 60_000 });
    server.time.now = start;
  });

  it("R64: a long history comes in parts", async () => {
    const people = [await person("Ann"), await person("Bob")];
    for (let n = 0; n < 120; n += 1) await write(people[n % 2] ?? "", "long", `Name ${n}`);
    const first = await historyOf("long");
    const second = await historyOf("long", `?before=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([100, 20, null]);
    expect(new Set([...first.items, ...second.items].map(({ number }) => number)).size).toBe(120);
  });

  it("R64: saves, publications and reviews at the same moment are all told, in one order", async () => {
    await put(server, "features", feature("busy"));
    const as = server.home.adminToken;
    const post = (verb: string) => server.ask(`/v1/features/busy/${verb}`, { method: "POST", as });
    const done = await Promise.all([
      ...[1, 2, 3].map((n) =>
        put(server, "features", { ...feature("busy"), name: `${n}` } as never),
      ),
      post("publish"),
      post("review"),
      server.ask("/v1/features/busy/publish", { method: "POST", as, body: STAGING }),
    ]);
    expect(done.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
    const { body } = await server.ask<DocumentHistory>("/v1/features/busy/history", { as });
    expect(body.items.map(({ number }) => number)).toEqual(
      body.items.map((_, index) => body.items.length - index),
    );
  });
});
