import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { WireReply } from "../../lib/model/wire.ts";
import { createPostgresDatabase, ENGINES } from "../support/database.ts";
import { used } from "../support/messages.ts";
import { runServer, type ServerRun } from "../support/server-run.ts";

const SLOW = 60_000;
const DYING = fileURLToPath(new URL("../support/dying-database.cjs", import.meta.url));

describe.each(ENGINES)("the server's process on %s", (engine) => {
  let folder = "";
  let env: Record<string, string> = {};
  let drop: () => Promise<void> = async () => undefined;
  let secrets: { writeKey: string; adminToken: string } = { writeKey: "", adminToken: "" };
  const runs: ServerRun[] = [];

  const run = (more: Record<string, string> = {}) => {
    const started = runServer({ ...env, ...more });
    runs.push(started);
    return started;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-process-"));
    env = { WAYMARK_DATA: join(folder, "data") };
    if (engine === "postgres") {
      const database = await createPostgresDatabase();
      env.DATABASE_URL = database.url;
      drop = database.drop;
    }
    const first = run();
    await first.ready;
    const secret = (label: string) => new RegExp(`${label}\\s+(\\S+)`).exec(first.out())?.[1] ?? "";
    secrets = { writeKey: secret("Write key"), adminToken: secret("Admin token") };
    first.signal("SIGTERM");
    await first.gone;
    expect(first.out()).toContain("open the extension's options");
  }, SLOW);

  afterEach(async () => {
    for (const started of runs.splice(0)) {
      started.signal("SIGKILL");
      await started.gone;
    }
  });

  afterAll(async () => {
    await drop();
    await rm(folder, { recursive: true, force: true });
  });

  const post = async (url: string, batch: readonly unknown[]): Promise<WireReply> => {
    const response = await fetch(`${url}/v1/batch`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secrets.writeKey}` },
      body: JSON.stringify({ batch }),
    });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as WireReply;
  };

  it.runIf(engine === "embedded")(
    "R84: when the embedded database ends by itself the process ends and says so, and can be started again",
    async () => {
      const dying = run({ NODE_OPTIONS: `--require=${DYING}` });
      const url = await dying.ready;
      await post(url, [used("save", { messageId: "before" })]);
      await post(url, [used("save", { messageId: "the database dies" })]).catch(() => undefined);
      expect(await dying.gone).toEqual({ code: 1, signal: null });
      expect(dying.err()).toContain("the embedded database ended");
      const { results } = await post(await run().ready, [used("save", { messageId: "before" })]);
      expect(results[0]?.status).toBe("duplicate");
    },
    SLOW,
  );

  it("R29: the first start tells the secrets, later ones never", async () => {
    expect(secrets.writeKey).toMatch(/^wmk_\S{20,}/);
    expect(secrets.adminToken).toMatch(/^wmt_\S{20,}/);
    const again = run();
    const url = await again.ready;
    expect(`${again.out()}${again.err()}`).not.toMatch(/wm[kt]_/);
    const info = await fetch(`${url}/v1/tokens`, {
      headers: { Authorization: `Bearer ${secrets.adminToken}` },
    });
    expect(info.status).toBe(200);
  }, 60_000);

  it("R2: what was answered before a SIGKILL is there after it, and counted once", async () => {
    const server = run();
    const url = await server.ready;
    const acknowledged: unknown[] = [];
    let answers = 0;
    const sendUntilItDies = async () => {
      for (;;) {
        const batch = Array.from({ length: 20 }, () => used("kept", { timestamp: undefined }));
        try {
          await post(url, batch);
        } catch {
          return;
        }
        acknowledged.push(...batch);
        answers += 1;
        if (answers === 25) server.signal("SIGKILL");
      }
    };
    await Promise.all([sendUntilItDies(), sendUntilItDies(), sendUntilItDies()]);
    expect((await server.gone).signal).toBe("SIGKILL");
    expect(acknowledged.length).toBeGreaterThanOrEqual(500);

    const next = await run().ready;
    for (let from = 0; from < acknowledged.length; from += 200) {
      const reply = await post(next, acknowledged.slice(from, from + 200));
      const statuses = new Set(reply.results.map((result) => result.status));
      expect([...statuses]).toEqual(["duplicate"]);
    }
  }, 60_000);

  it("R22: SIGTERM lets the request under way end, closes the database and exits with 0 within 5 s", async () => {
    const server = run();
    const url = await server.ready;
    const body = JSON.stringify({ batch: [used("last", { timestamp: undefined })] });
    const sending = request(`${url}/v1/batch`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secrets.writeKey}`, "Content-Length": body.length },
    });
    sending.write(body.slice(0, 10));
    // An answer to another request shows that the server has got the beginning of this one.
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const began = performance.now();
    server.signal("SIGTERM");
    sending.end(body.slice(10));
    const [response] = await once(sending, "response");
    expect(response.statusCode).toBe(200);
    expect(await server.gone).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(5000);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  }, 60_000);

  if (engine === "embedded") {
    it("R23: a second server on the same folder is refused, naming the process that has it", async () => {
      const server = run();
      await server.ready;
      const second = run();
      expect(await second.gone).toEqual({ code: 1, signal: null });
      expect(second.err()).toContain(`in use by process ${server.pid}`);
      server.signal("SIGKILL");
      await server.gone;
      await run().ready;
    }, 60_000);
  }

  it("settings that make no sense are refused in a sentence", async () => {
    const wrong = run({ PORT: "eighty" });
    expect((await wrong.gone).code).toBe(1);
    expect(wrong.err()).toBe(
      'Waymark cannot start: PORT is "eighty", but must be a whole number from 0 to 65535.\n',
    );
  });
});
