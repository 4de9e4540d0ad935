import { describe, expect, test } from "vitest";
import type { Input, MessageName, Reply } from "../../lib/message/protocol.ts";
import { createConsoleModel } from "./model.ts";

const SERVER = "https://cs.example.com";

/** A background that keeps the token and a server that knows `wmt_good`. */
function setup(
  options: { connected?: boolean; token?: string; place?: string; accounts?: number } = {},
) {
  let token = options.token ?? null;
  let place = options.place ?? "";
  let isBroken = false;
  const paths: string[] = [];
  const model = createConsoleModel({
    async ask<N extends MessageName>(name: N, input: Input<N>): Promise<Reply<N>> {
      if (isBroken) return { ok: false, error: { code: "timeout", message: "asleep" } };
      if (name === "console.token") token = (input as { token: string | null }).token;
      const answers: Partial<Record<MessageName, unknown>> = {
        "status.get": {
          connection: options.connected === false ? null : { server: SERVER, workspace: "Acme" },
        },
        "console.session": token === null ? null : { server: SERVER, token },
      };
      return { ok: true, value: answers[name] ?? null } as Reply<N>;
    },
    async fetch(input, init) {
      const { pathname, search } = new URL(String(input));
      paths.push(pathname + search);
      const good = new Headers(init?.headers).get("authorization") === "Bearer wmt_good";
      if (!good) return Response.json({ error: { message: "unknown token" } }, { status: 401 });
      return Response.json(answer(pathname, options.accounts ?? 0));
    },
    place: { read: () => place, write: (fragment) => (place = fragment) },
    ownName: { read: () => "", write: () => undefined },
  });
  return {
    model,
    paths,
    token: () => token,
    go: (to: string) => (place = to),
    breakDown: (now: boolean) => (isBroken = now),
  };
}

function answer(path: string, accounts: number): unknown {
  if (path === "/v1/accounts") return { items: [], total: accounts, next: null };
  if (path === "/v1/guides") return { items: [] };
  if (path === "/v1/query/signals") return { signals: [], users: [], totalUsers: 0, next: null };
  return { days: 30, activeUsers: 0, features: [] };
}

describe("console", () => {
  test("without a workspace it says so", async () => {
    const { model } = setup({ connected: false });
    await model.stage.load();
    expect(model.stage.value.value).toEqual({ stage: "not-connected" });
  });

  test("signs in with a token the server knows and loads the report in sight", async () => {
    const { model, paths } = setup({ place: "#features" });
    await model.stage.load();
    expect(model.stage.value.value).toMatchObject({ stage: "sign-in", server: SERVER });
    await model.signIn(" wmt_good ");
    expect(model.stage.value.value).toMatchObject({ stage: "open", workspace: "Acme" });
    expect(paths.at(-1)).toBe("/v1/query/features?days=30");
  });

  test("a token the server does not know is not kept", async () => {
    const { model, token } = setup();
    await model.stage.load();
    await model.signIn("wmt_bad");
    expect(model.problem.value).toEqual({ kind: "refused" });
    expect(token()).toBeNull();
  });

  test("signing out forgets the token", async () => {
    const { model, token } = setup({ token: "wmt_good" });
    await model.stage.load();
    await model.signOut();
    expect(token()).toBeNull();
    expect(model.stage.value.value).toMatchObject({ stage: "sign-in" });
  });

  test("a section has an address, and the address opens it", async () => {
    const { model, paths, go } = setup({ token: "wmt_good", place: "#people" });
    expect(model.address.value.section).toBe("people");
    await model.stage.load();
    go("#signals");
    model.follow();
    expect(model.address.value.section).toBe("signals");
    await expect.poll(() => paths.at(-1)).toContain("/v1/query/signals");
    go("#nonsense");
    model.follow();
    expect(model.address.value.section).toBe("features");
  });

  test("opens on accounts where there are some, and where it says so otherwise", async () => {
    const some = setup({ token: "wmt_good", accounts: 1 });
    await some.model.recheck();
    expect(some.model.address.value.section).toBe("accounts");
    const none = setup({ token: "wmt_good" });
    await none.model.recheck();
    expect(none.model.address.value.section).toBe("features");
    const named = setup({ token: "wmt_good", accounts: 1, place: "#people" });
    await named.model.recheck();
    expect(named.model.address.value.section).toBe("people");
  });

  test("going somewhere asks for it, and the address says where", async () => {
    const { model, paths } = setup({ token: "wmt_good", place: "#people" });
    await model.recheck();
    model.go({ section: "accounts", id: "a/b", query: {} });
    expect(model.address.value).toMatchObject({ section: "accounts", id: "a/b" });
    await expect
      .poll(() => paths.some((path) => path.startsWith("/v1/accounts/a%2Fb/use")))
      .toBe(true);
  });

  test("an account's page is asked for anew when one comes back to it from another section", async () => {
    const { model, paths } = setup({ token: "wmt_good", place: "#people" });
    const asked = () => paths.filter((path) => path === "/v1/accounts/a/use").length;
    await model.recheck();
    model.go({ section: "accounts", id: "a", query: {} });
    await expect.poll(asked).toBe(1);
    model.go({ section: "tasks", id: null, query: {} });
    model.go({ section: "accounts", id: "a", query: { view: "people" } });
    await expect.poll(asked).toBe(2);
  });

  test("a console that could not be opened at first opens with its section when it is tried again", async () => {
    const { model, paths, breakDown } = setup({ token: "wmt_good", place: "#people" });
    breakDown(true);
    await model.recheck();
    expect(model.stage.view.value.state).toBe("failed");
    breakDown(false);
    await model.recheck();
    expect(model.stage.value.value?.stage).toBe("open");
    expect(paths.some((path) => path.startsWith("/v1/query/signals"))).toBe(true);
  });

  test("an address that names the same asks for nothing again", async () => {
    const { model, paths, go } = setup({ token: "wmt_good", place: "#people" });
    await model.recheck();
    const asked = paths.length;
    go("#people?");
    model.follow();
    expect(paths).toHaveLength(asked);
  });
});
