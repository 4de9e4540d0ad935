import { describe, expect, it } from "vitest";
import { serverAddress } from "./address.ts";
import { connect } from "./connect.ts";

const info = {
  workspace: "019aa000-0000-4000-8000-000000000001",
  name: "Acme",
  keyId: "key-1",
  publicKey: btoa("k".repeat(32)),
};

function tryConnect(answer: () => Response, typed = "http://127.0.0.1:8787") {
  const urls: string[] = [];
  const network = {
    timeout: () => new AbortController().signal,
    fetch: async (url: string) => {
      urls.push(url);
      return answer();
    },
  };
  return connect(network, typed, " wk_1 ").then((result) => ({ result, urls }));
}

describe("connect", () => {
  it.each([
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787"],
    ["  https://cs.example.com/waymark/v1/ ", "https://cs.example.com/waymark"],
    ["https://cs.example.com/v1/bundle?x=1#y", "https://cs.example.com"],
    ["cs.example.com", "https://cs.example.com"],
    ["CS.Example.com:8443", "https://cs.example.com:8443"],
    ["localhost:8787", "http://localhost:8787"],
    ["127.0.0.1:8787", "http://127.0.0.1:8787"],
    ["[::1]:8787", "http://[::1]:8787"],
    ["", null],
    ["our server", null],
    ["ftp://cs.example.com", null],
    ["javascript://alert(1)", null],
    ["https://ada:secret@cs.example.com", null],
  ])("C14: %j is the server %j", (typed, address) => {
    expect(serverAddress(typed)).toBe(address);
  });

  it("C14: tells the workspace of the key", async () => {
    const { result, urls } = await tryConnect(() => Response.json(info));
    const value = { server: "http://127.0.0.1:8787", writeKey: "wk_1", info };
    expect(result).toEqual({ ok: true, value });
    expect(urls).toEqual(["http://127.0.0.1:8787/v1/workspace"]);
  });

  it.each<[string, () => Response, string]>([
    ["a refused key", () => new Response("{}", { status: 401 }), "key-refused"],
    ["another kind of server", () => new Response("<h1>It works!</h1>"), "not-waymark"],
    ["an unknown path", () => new Response("", { status: 404 }), "not-waymark"],
    [
      "a key of the wrong length",
      () => Response.json({ ...info, publicKey: "AA==" }),
      "not-waymark",
    ],
    ["a server in trouble", () => new Response("", { status: 502 }), "server-trouble"],
    [
      "no server",
      () => {
        throw new TypeError("connection refused");
      },
      "unreachable",
    ],
  ])("C15: %s is named", async (_name, answer, code) => {
    const { result } = await tryConnect(answer);
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it("C15: what is no address is not asked", async () => {
    const { result, urls } = await tryConnect(() => Response.json(info), "our server");
    expect(result).toMatchObject({ ok: false, error: { code: "not-a-url" } });
    expect(urls).toEqual([]);
  });
});
