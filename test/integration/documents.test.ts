import { describe, expect, it } from "vitest";
import type { Problem } from "../../lib/model/parse.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put, signal, step } from "../support/documents.ts";
import { useServer } from "../support/server.ts";

interface Refusal {
  error: { code: string; problems?: Problem[] };
}

interface Saved {
  revision: number;
  changed: boolean;
  published: number | null;
  archived: boolean;
  body: { name: unknown };
}

describe.each(ENGINES)("documents on %s", (engine) => {
  const server = useServer(engine);

  const problemsOf = async (kind: string, body: { id: string }) => {
    const answer = await put(server, kind, body);
    expect(answer.status).toBe(400);
    return (answer.body as Refusal).error.problems?.map((problem) => problem.path);
  };

  const get = <T>(path: string) => server.ask<T>(path, { as: server.home.adminToken });

  it("R17: what is not in the schema is refused by the name of its field", async () => {
    const html = [{ type: "html", html: "<b>x</b>" }];
    const link = [
      {
        type: "paragraph",
        children: [
          { type: "link", href: "javascript:alert(1)", children: [{ type: "text", text: "x" }] },
        ],
      },
    ];
    expect(await problemsOf("guides", guide("bad", { onload: "x" }))).toEqual(["onload"]);
    expect(
      await problemsOf("guides", guide("bad", { steps: [step("a", { body: { en: html } })] })),
    ).toEqual(["steps[0].body.en[0].type"]);
    expect(
      await problemsOf("guides", guide("bad", { steps: [step("a", { body: { en: link } })] })),
    ).toEqual(["steps[0].body.en[0].children[0].href"]);
    expect(await problemsOf("guides", guide("bad", { format: 99 }))).toEqual(["format"]);
    expect(await problemsOf("features", { id: "bad" })).toEqual(["name", "rules"]);
    expect(await problemsOf("segments", { id: "bad", name: "a\u0000b" } as never)).toEqual([
      "name",
    ]);
  });

  it("R17: the id in the body is the one in the address", async () => {
    const answer = await server.ask<Refusal>("/v1/features/other", {
      method: "PUT",
      as: server.home.adminToken,
      body: feature("one"),
    });
    expect(answer.body.error.problems).toEqual([
      { path: "id", found: '"one"', allowed: '"other", as in the address' },
    ]);
  });

  it("R18: each publication is a new version that stays as it was", async () => {
    await put(server, "features", feature("versioned"));
    expect(await publish(server, "features", "versioned")).toMatchObject({
      status: 201,
      body: { version: 1 },
    });
    await put(server, "features", { ...feature("versioned"), name: "Renamed" } as never);
    expect((await get<Saved>("/v1/features/versioned")).body).toMatchObject({
      changed: true,
      published: 1,
      body: { name: "Renamed" },
    });
    await publish(server, "features", "versioned");
    const version = (n: number) => get<Saved>(`/v1/features/versioned/versions/${n}`);
    expect((await version(1)).body.body.name).toBe("Feature versioned");
    expect((await version(2)).body.body.name).toBe("Renamed");
    expect((await version(3)).status).toBe(404);
    const list = await get<{ items: { version: number }[] }>("/v1/features/versioned/versions");
    expect(list.body.items.map((item) => item.version)).toEqual([1, 2]);
  });

  it("R18: publishing again what is in force makes no new version", async () => {
    await put(server, "features", feature("again"));
    const first = await publish(server, "features", "again");
    const second = await publish(server, "features", "again");
    expect(second).toMatchObject({ status: 200, body: first.body });
  });

  it("R18: publications at the same moment come one after the other", async () => {
    const ids = ["r1", "r2", "r3", "r4"];
    await Promise.all(ids.map((id) => put(server, "features", feature(id))));
    const done = await Promise.all(ids.map((id) => publish(server, "features", id)));
    const revisions = done.map((answer) => answer.body.revision);
    expect(new Set(revisions).size).toBe(ids.length);
    expect(Math.max(...revisions) - Math.min(...revisions)).toBe(ids.length - 1);
  });

  it("R19: what a document refers to must be published before it, field by field", async () => {
    await put(server, "features", feature("drawn"));
    const until = { type: "all", of: [{ type: "used", feature: "nowhere" }] };
    const steps = [step("a"), step("b", { advance: { on: "until", condition: until } })];
    await put(server, "guides", guide("refers", { goal: "reached", steps }));
    const refused = await publish(server, "guides", "refers");
    expect(refused.status).toBe(400);
    expect((refused.body as unknown as Refusal).error.problems).toEqual([
      { path: "goal", found: '"reached"', allowed: "the id of one of the published signals" },
      {
        path: "steps[1].advance.condition.of[0].feature",
        found: '"nowhere"',
        allowed: "the id of one of the published features",
      },
    ]);
    await put(server, "signals", signal("reached", "drawn"));
    expect((await publish(server, "signals", "reached")).status).toBe(400);
    await publish(server, "features", "drawn");
    expect((await publish(server, "signals", "reached")).status).toBe(201);
    await put(server, "guides", guide("refers", { goal: "reached" }));
    expect((await publish(server, "guides", "refers")).status).toBe(201);
  });

  it("R19: a document that others need is not archived; one that nobody needs is, and comes back", async () => {
    const remove = (kind: string, id: string) =>
      server.ask(`/v1/${kind}/${id}`, { method: "DELETE", as: server.home.adminToken });
    await put(server, "features", feature("needed"));
    await publish(server, "features", "needed");
    await put(server, "signals", signal("needs", "needed"));
    await publish(server, "signals", "needs");
    const refused = await remove("features", "needed");
    expect(refused.status).toBe(409);
    expect((refused.body as Refusal).error.problems?.[0]?.path).toBe("signals/needs: when.feature");
    expect((await remove("signals", "needs")).status).toBe(200);
    expect((await remove("features", "needed")).status).toBe(200);
    expect((await get<Saved>("/v1/features/needed")).body).toMatchObject({
      archived: true,
      published: null,
    });
    await put(server, "features", feature("needed"));
    expect((await publish(server, "features", "needed")).body.version).toBe(2);
    expect((await remove("features", "unheard-of")).status).toBe(404);
  });

  it("R21: a draft that somebody changed meanwhile is not overwritten", async () => {
    const read = await put(server, "features", feature("shared"));
    const etag = read.headers.get("etag") ?? "";
    expect(etag).toBe('"1"');
    const writeIf = (headers: Record<string, string>) =>
      put(server, "features", feature("shared"), { headers });
    expect((await writeIf({ "If-Match": etag })).headers.get("etag")).toBe('"2"');
    expect((await writeIf({ "If-Match": etag })).status).toBe(412);
    expect((await writeIf({ "If-None-Match": "*" })).status).toBe(412);
    expect((await writeIf({ "If-Match": "three" })).status).toBe(400);
    expect((await writeIf({})).status).toBe(200);
    const create = { headers: { "If-None-Match": "*" } };
    expect((await put(server, "features", feature("fresh"), create)).status).toBe(200);
    const onNothing = { headers: { "If-Match": '"1"' } };
    expect((await put(server, "features", feature("not-there"), onNothing)).status).toBe(412);
  });
});
