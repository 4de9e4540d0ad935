import { beforeAll, describe, expect, it } from "vitest";
import type { Bundle } from "../model/bundle.ts";
import { type PullDeps, pullBundle } from "./pull.ts";
import type { Pinned } from "./verify.ts";

const workspace = "019aa000-0000-4000-8000-000000000001";
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

const bundle = (change: Partial<Record<keyof Bundle, unknown>> = {}) => ({
  format: 1,
  workspace,
  environment: "production",
  revision: 5,
  publishedAt: 1,
  sync: { events: "features" },
  features: [],
  signals: [],
  guides: [],
  segments: [],
  experiments: [],
  ...change,
});

let keys: CryptoKeyPair;
let pinned: Pinned;
beforeAll(async () => {
  keys = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const raw = await crypto.subtle.exportKey("raw", keys.publicKey);
  pinned = { workspace, keyId: "key-1", publicKey: base64(raw) };
});

async function signed(content: unknown, change: Record<string, string> = {}) {
  const payload = typeof content === "string" ? content : JSON.stringify(content);
  const bytes = new TextEncoder().encode(payload);
  const signature = base64(await crypto.subtle.sign("Ed25519", keys.privateKey, bytes));
  return JSON.stringify({ payload, signature, keyId: "key-1", ...change });
}

function pull(
  body: string | null,
  init: ResponseInit = {},
  current: Parameters<typeof pullBundle>[1] = null,
) {
  const requests: RequestInit[] = [];
  const deps: PullDeps = {
    server: "https://server.test",
    writeKey: "wk_1",
    pinned,
    now: () => 0,
    timeout: () => new AbortController().signal,
    fetch: async (_url, request) => {
      requests.push(request);
      return new Response(body, init);
    },
  };
  return pullBundle(deps, current).then((result) => ({ result, requests }));
}

const current = { etag: '"5"', revision: 5 };

describe("pull", () => {
  it("C10: a signed newer bundle is an update, with its ETag", async () => {
    const { result } = await pull(await signed(bundle()), { headers: { ETag: '"5"' } });
    expect(result).toMatchObject({ status: "updated", etag: '"5"', bundle: { revision: 5 } });
  });

  it("C10: asks with the ETag it has, and 304 changes nothing", async () => {
    const { result, requests } = await pull(null, { status: 304 }, current);
    expect(result).toEqual({ status: "unchanged" });
    expect(requests[0]?.headers).toMatchObject({ "If-None-Match": '"5"' });
    expect((await pull(await signed(bundle()), {}, current)).result.status).toBe("unchanged");
  });

  it("C11: every byte of the payload is under the signature", async () => {
    const text = await signed(bundle());
    const forged = text.replace('\\"revision\\":5', '\\"revision\\":6');
    expect(forged).not.toBe(text);
    expect((await pull(forged)).result).toMatchObject({
      status: "refused",
      reason: expect.stringContaining("signature"),
    });
  });

  it.each<[string, () => Promise<string>, RegExp]>([
    ["another key", () => signed(bundle(), { keyId: "key-2" }), /key-2/],
    ["no base64", () => signed(bundle(), { signature: "§" }), /signature/],
    ["no JSON", () => signed("{"), /not JSON/],
    ["a newer format", () => signed(bundle({ format: 2 })), /newer version of Waymark/],
    ["another workspace", () => signed(bundle({ workspace: crypto.randomUUID() })), /workspace/],
    ["another environment", () => signed(bundle({ environment: "staging" })), /environment/],
    ["an unknown field", () => signed({ ...bundle(), script: "alert(1)" }), /script/],
    ["no bundle", async () => "<html>", /not a signed bundle/],
  ])("C12: refuses %s", async (_name, text, reason) => {
    const { result } = await pull(await text());
    expect(result).toEqual({ status: "refused", reason: expect.stringMatching(reason) });
  });

  it("C12: refuses to go back to an older revision", async () => {
    const { result } = await pull(await signed(bundle({ revision: 4 })), {}, current);
    expect(result).toEqual({ status: "refused", reason: expect.stringMatching(/4.*5/) });
  });

  it.each([
    [401, /write key/],
    [404, /no Waymark server/],
    [503, /busy/],
  ])("C13: HTTP %i is a failure in words", async (status, reason) => {
    const { result } = await pull("", { status, headers: { "Retry-After": "9" } });
    expect(result).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(reason),
      retryAfterMs: 9000,
    });
  });
});
