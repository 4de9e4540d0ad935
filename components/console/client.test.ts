import { describe, expect, test } from "vitest";
import { createConsoleClient } from "./client.ts";

const FEATURES = {
  days: 30,
  activeUsers: 2,
  features: [
    {
      feature: "f",
      name: "F",
      group: null,
      users: 1,
      events: 3,
      lastSeen: 1,
      publishedAt: 1,
      perDay: [],
    },
  ],
};

function server(answer: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  const client = createConsoleClient(
    { server: "https://cs.example.com", token: "wmt_1" },
    async (input, init) => {
      requests.push(new Request(input as string, init));
      return answer();
    },
  );
  return { client, requests };
}

const quiet = new AbortController().signal;

describe("console client", () => {
  test("asks with the personal token and nothing else that identifies", async () => {
    const { client, requests } = server(() => Response.json(FEATURES));
    expect(await client.features(30, quiet)).toEqual({ ok: true, value: FEATURES });
    expect(requests[0]?.url).toBe("https://cs.example.com/v1/query/features?days=30");
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer wmt_1");
    expect(requests[0]?.credentials).toBe("omit");
  });

  test("writes ids and places safely into the address", async () => {
    const { client, requests } = server(() => Response.json({}));
    await client.people("a/b&c", quiet);
    await client.funnel("../x", quiet);
    expect(requests[0]?.url).toContain("after=a%2Fb%26c");
    expect(requests[1]?.url).toContain("/v1/query/guides/..%2Fx/funnel");
  });

  test.each([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "missing"],
    [500, "server"],
  ])("%d is %s, with the server's words", async (status, code) => {
    const { client } = server(() => Response.json({ error: { message: "why" } }, { status }));
    expect(await client.features(7, quiet)).toEqual({
      ok: false,
      error: { code, status, detail: "why" },
    });
  });

  test("R83: a refusal of a known rule names it, so that it can be said in the person's language", async () => {
    const error = { message: "This import was undone already.", rule: "importUndone", params: {} };
    const { client } = server(() => Response.json({ error }, { status: 409 }));
    const { message: detail, ...said } = error;
    expect(await client.features(7, quiet)).toEqual({
      ok: false,
      error: { code: "server", status: 409, detail, ...said },
    });
  });

  test("an answer of another shape names the field", async () => {
    const { client } = server(() => Response.json({ ...FEATURES, activeUsers: "many" }));
    expect(await client.features(7, quiet)).toMatchObject({
      ok: false,
      error: { code: "unreadable", detail: expect.stringContaining("activeUsers") },
    });
  });

  test("no server, or a page instead of JSON, is no exception", async () => {
    const down = server(() => Promise.reject(new TypeError("failed to fetch")));
    expect(await down.client.guides(quiet)).toMatchObject({ error: { code: "offline" } });
    const proxy = server(() => new Response("<h1>", { status: 502 }));
    expect(await proxy.client.guides(quiet)).toEqual({
      ok: false,
      error: { code: "server", status: 502 },
    });
  });

  test("leaves out archived guides", async () => {
    const guide = { id: "g", name: { en: "G" }, published: 1, archived: false };
    const { client } = server(() =>
      Response.json({ items: [guide, { ...guide, id: "old", archived: true }] }),
    );
    expect(await client.guides(quiet)).toEqual({ ok: true, value: [guide] });
  });
});
