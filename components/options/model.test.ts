import { describe, expect, test } from "vitest";
import type { Input, MessageName, Reply, Status } from "../../lib/message/protocol.ts";
import { createOptionsModel } from "./model.ts";

const EMPTY: Status = {
  device: "d",
  connection: null,
  sites: [],
  identity: null,
  consent: { policy: "implied", state: "granted", hosts: [] },
  erasure: { waiting: null, done: null },
  bundle: null,
  outbox: { waiting: 0, dead: 0, sent: 0, lastSentAt: null, retryAt: null, error: null },
  events: 0,
  problems: [],
};

function screen(setup: { status?: Partial<Status>; allow?: boolean; refuse?: MessageName } = {}) {
  const asked: [string, unknown][] = [];
  const released: string[][] = [];
  const requested: string[][] = [];
  const model = createOptionsModel({
    async ask<N extends MessageName>(name: N, input: Input<N>): Promise<Reply<N>> {
      if (name === "status.get") {
        return { ok: true, value: { ...EMPTY, ...setup.status } } as Reply<N>;
      }
      asked.push([name, input]);
      if (name === setup.refuse) {
        return { ok: false, error: { code: "failed", message: "no such key" } } as Reply<N>;
      }
      return { ok: true, value: { workspace: "Acme" } } as unknown as Reply<N>;
    },
    async requestAccess(patterns) {
      requested.push(patterns);
      return setup.allow ?? true;
    },
    async releaseAccess(patterns) {
      released.push(patterns);
      return true;
    },
  });
  return { model, asked, requested, released };
}

describe("workspace", () => {
  test("connects to the address as it was meant and says to what", async () => {
    const { model, asked } = screen();
    expect(await model.connect(" http://127.0.0.1:8787/ ", " wk_1 ")).toBe(true);
    expect(asked).toEqual([
      ["connection.connect", { server: "http://127.0.0.1:8787", writeKey: "wk_1" }],
    ]);
    expect(model.done.value).toEqual({ what: "connected", workspace: "Acme" });
  });

  test("does not ask with an empty key or a bad address", async () => {
    const { model, asked } = screen();
    await model.connect("http://127.0.0.1:8787", "  ");
    expect(model.problems.value.workspace).toEqual({ kind: "empty", field: "key" });
    await model.connect("nonsense", "k");
    expect(model.problems.value.workspace).toEqual({ kind: "address", fault: "invalid" });
    expect(asked).toEqual([]);
  });

  test("shows why it was refused, until it works", async () => {
    const refused = screen({ refuse: "connection.connect" });
    expect(await refused.model.connect("http://127.0.0.1:8787", "k")).toBe(false);
    expect(refused.model.problems.value.workspace).toMatchObject({
      kind: "refused",
      error: { message: "no such key" },
    });
    await refused.model.disconnect();
    expect(refused.model.problems.value.workspace).toBeUndefined();
  });
});

describe("sites", () => {
  test("asks the browser within the click, before anything is awaited", () => {
    const { model, requested } = screen();
    void model.addSite("localhost:1880");
    expect(requested).toEqual([["http://localhost/*"]]);
  });

  test("adds what was allowed, and nothing that was not", async () => {
    const allowed = screen();
    expect(await allowed.model.addSite("app.example.com")).toBe(true);
    expect(allowed.asked).toEqual([["sites.add", { origin: "https://app.example.com" }]]);

    const denied = screen({ allow: false });
    expect(await denied.model.addSite("app.example.com")).toBe(false);
    expect(denied.asked).toEqual([]);
    expect(denied.model.problems.value.sites).toMatchObject({ kind: "denied" });
  });

  test("does not add a site twice", async () => {
    const { model } = screen({ status: { sites: ["https://app.example.com"] } });
    await model.status.load();
    expect(await model.addSite("app.example.com/else")).toBe(false);
    expect(model.problems.value.sites).toMatchObject({ kind: "present" });
  });

  test("gives permission back unless another port of the host still needs it", async () => {
    const sites = ["http://localhost:1880", "http://localhost:3000", "https://a.example"];
    const { model, released } = screen({ status: { sites } });
    await model.status.load();
    await model.removeSite("http://localhost:1880");
    expect(released).toEqual([]);
    await model.removeSite("https://a.example");
    expect(released).toEqual([["https://a.example/*"]]);
  });
});

test("identity: the account may stay empty, the user not", async () => {
  const { model, asked } = screen();
  await model.setIdentity(" ", "acme");
  expect(model.problems.value.identity).toEqual({ kind: "empty", field: "user" });
  await model.setIdentity("ann@example.com ", " ");
  await model.clearIdentity();
  expect(asked).toEqual([
    ["identity.set", { user: "ann@example.com" }],
    ["identity.set", { user: null }],
  ]);
});
