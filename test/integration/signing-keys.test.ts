import { describe, expect, it } from "vitest";
import type { SigningKey, WorkspaceInfo } from "../../lib/model/bundle.ts";
import { type PullResult, pullBundle } from "../../lib/sync/pull.ts";
import type { Pinned } from "../../lib/sync/verify.ts";
import type { FirstStart } from "../../server/first-start.ts";
import { ENGINES } from "../support/database.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const PATH = "/v1/signing-keys";
type Keys = { items: SigningKey[] };

describe.each(ENGINES)("keys that sign on %s", (engine) => {
  const server = useServer(engine);

  const list = async ({ adminToken: as }: FirstStart) =>
    (await server.ask<Keys>(PATH, { as })).body.items;
  const change = (home: FirstStart, method: "POST" | "DELETE", path = PATH) =>
    server.ask<Keys>(path, { method, as: home.adminToken });
  const idOf = async (home: FirstStart, state: SigningKey["state"]) =>
    (await list(home)).find((key) => key.state === state)?.keyId ?? "none";
  const retire = async (home: FirstStart, state: SigningKey["state"]) =>
    change(home, "DELETE", `${PATH}/${await idOf(home, state)}`);
  const publish = ({ adminToken: as }: FirstStart, events: string) =>
    server.ask("/v1/settings/sync", { method: "PUT", as, body: { events } });

  /** A device that asks when it is told to, as the extension does. */
  async function device({ writeKey }: FirstStart) {
    const { body } = await server.ask<WorkspaceInfo>("/v1/workspace", { as: writeKey });
    let pinned: Pinned = body;
    let current: { etag: string | null; revision: number } | null = null;
    return {
      async pull(): Promise<PullResult> {
        const result = await pullBundle(
          {
            server: "",
            writeKey,
            pinned,
            now: () => server.time.now,
            timeout: () => new AbortController().signal,
            fetch: (url, init) => server.fetch(url, { ...init, redirect: "manual" }),
          },
          current,
        );
        if (result.status === "updated") {
          const { bundle, etag, signedBy } = result;
          pinned = { ...pinned, ...signedBy, nextKey: bundle.nextKey };
          current = { etag, revision: bundle.revision };
        }
        return result;
      },
    };
  }

  async function company() {
    server.time.now = NOW;
    const home = await server.newWorkspace();
    const known = await device(home);
    expect((await known.pull()).status).toBe("updated");
    return { home, known };
  }

  it("R78: a replaced key hands over: devices that knew the next one, and those that did not, follow", async () => {
    const { home, known } = await company();
    const away = await device(home);
    const [announced] = await list(home);
    const { status, body } = await change(home, "POST");
    expect(status).toBe(200);
    expect(body.items.map(({ state }) => state).sort()).toEqual(["announced", "replaced", "signs"]);
    expect(body.items.find(({ state }) => state === "signs")?.keyId).toBe(announced?.keyId);
    for (const one of [known, away, await device(home)]) {
      expect(await one.pull()).toMatchObject({
        status: "updated",
        signedBy: { keyId: announced?.keyId },
      });
    }
  });

  it("R78: a device that was away while the key was replaced three times follows for 90 days, and then not", async () => {
    const { home, known } = await company();
    const late = await device(home);
    expect((await late.pull()).status).toBe("updated");
    for (let turn = 0; turn < 3; turn += 1) {
      server.time.now += DAY;
      await change(home, "POST");
    }
    server.time.now = NOW + 90 * DAY;
    expect((await known.pull()).status).toBe("updated");
    server.time.now = NOW + 94 * DAY;
    const signs = await idOf(home, "signs");
    expect(await late.pull()).toEqual({
      status: "refused",
      reason: expect.stringMatching(new RegExp(`${signs}.*connect again`)),
    });
    const again = await device(home);
    expect((await again.pull()).status).toBe("updated");
  });

  it("R78: a key that is not safe any more vouches for nothing: who knew the next one goes on, others are told", async () => {
    const { home, known } = await company();
    const away = await device(home);
    const unsafe = await idOf(home, "signs");
    expect((await retire(home, "signs")).status).toBe(200);
    expect((await list(home)).find(({ keyId }) => keyId === unsafe)).toMatchObject({
      state: "retired",
      handsOverUntil: null,
    });
    expect((await known.pull()).status).toBe("updated");
    expect((await away.pull()).status).toBe("refused");
  });

  it("R78: what was found to be unsafe later, or was only announced, is let go too", async () => {
    const { home, known } = await company();
    const away = await device(home);
    await change(home, "POST");
    expect((await retire(home, "replaced")).status).toBe(200);
    expect((await away.pull()).status).toBe("refused");
    expect((await known.pull()).status).toBe("updated");

    const announced = await idOf(home, "announced");
    await retire(home, "announced");
    const pulled = await known.pull();
    expect(pulled).toMatchObject({ status: "updated" });
    const next = pulled.status === "updated" ? pulled.bundle.nextKey?.keyId : "none";
    expect(next).not.toBe(announced);
    expect(next).toBe(await idOf(home, "announced"));
    expect((await change(home, "DELETE", `${PATH}/key-none`)).status).toBe(404);
  });

  it("R78: nothing is interrupted: what is published after a change arrives, and only keys in use have a private half", async () => {
    const { home, known } = await company();
    for (const events of ["all", "features", "off"]) {
      await change(home, "POST");
      await publish(home, events);
      expect(await known.pull()).toMatchObject({ status: "updated", bundle: { sync: { events } } });
    }
    const kept = await server.db.transaction(home.workspace, (sql) =>
      sql.query("SELECT state FROM signing_keys WHERE private_key IS NOT NULL ORDER BY state"),
    );
    expect(kept).toEqual([{ state: "announced" }, { state: "signs" }]);
  });

  it("R78: two who replace it at once do it one after the other, and the audit log tells both", async () => {
    const { home, known } = await company();
    const both = await Promise.all([change(home, "POST"), change(home, "POST")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await list(home)).filter(({ state }) => state === "replaced")).toHaveLength(2);
    expect((await known.pull()).status).toBe("updated");
    const { body } = await server.ask<{ items: { route: string }[] }>("/v1/audit", {
      as: home.adminToken,
    });
    expect(body.items.filter(({ route }) => route === PATH)).toHaveLength(2);
  });
});
