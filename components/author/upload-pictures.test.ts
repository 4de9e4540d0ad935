import { beforeEach, expect, it } from "vitest";
import { uploadPictures } from "./upload-pictures.ts";

const [ONE, TWO, THREE] = ["1", "2", "3"].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
];
const session = { server: "https://waymark.test", token: "token" };

let there: string[];
let requests: { method: string; authorization: string | null; bytes: number }[];
let refuses: Response | null;
beforeEach(() => {
  there = [];
  requests = [];
  refuses = null;
});

/** A server that keeps what it is sent, by a text that stands for the bytes. */
const server = (async (url: string, init: RequestInit = {}) => {
  const bytes = init.body instanceof Uint8Array ? init.body : new Uint8Array();
  const authorization = new Headers(init.headers).get("authorization");
  requests.push({ method: init.method ?? "GET", authorization, bytes: bytes.length });
  expect(url).toBe("https://waymark.test/v1/assets");
  if (init.method !== "POST") return Response.json({ items: there.map((asset) => ({ asset })) });
  if (refuses) return refuses;
  const asset = new TextDecoder().decode(bytes);
  there.push(asset);
  return Response.json({ asset });
}) as typeof fetch;

const read = async (asset: string) =>
  asset === THREE ? undefined : { content: new TextEncoder().encode(asset).buffer as ArrayBuffer };

it("P12: what the server lacks is sent, once each, and nothing else", async () => {
  there = [TWO];
  const progress: [number, number][] = [];
  const onProgress = (done: number, of: number) => void progress.push([done, of]);
  const ports = { fetch: server, read, onProgress };
  expect((await uploadPictures(session, [ONE, TWO, ONE], ports)).ok).toBe(true);
  expect(there).toEqual([TWO, ONE]);
  expect(progress).toEqual([
    [0, 1],
    [1, 1],
  ]);
  expect(requests.map(({ method }) => method)).toEqual(["GET", "POST"]);
  expect(requests.every(({ authorization }) => authorization === "Bearer token")).toBe(true);
  requests = [];
  expect((await uploadPictures(session, [ONE, TWO], ports)).ok).toBe(true);
  expect(requests.map(({ method }) => method)).toEqual(["GET"]);
});

it("P12: what could not be sent is named, and the rest goes the next time", async () => {
  refuses = Response.json({ error: { message: "no room" } }, { status: 507 });
  const failed = await uploadPictures(session, [ONE, TWO], { fetch: server, read });
  expect(failed).toEqual({
    ok: false,
    error: {
      code: "server",
      status: 507,
      detail: "picture 111111111111… (1 of 2): no room",
    },
  });
  refuses = null;
  expect((await uploadPictures(session, [ONE, TWO], { fetch: server, read })).ok).toBe(true);
  expect(there).toEqual([ONE, TWO]);
});

it("P12: a picture that is nowhere is named, with how to mend it", async () => {
  const failed = await uploadPictures(session, [THREE], { fetch: server, read });
  expect(failed).toMatchObject({ ok: false, error: { code: "missing" } });
  if (!failed.ok)
    expect(failed.error.detail).toContain("picture 333333333333… (1 of 1) is neither");
});
