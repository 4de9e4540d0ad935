import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backUp } from "../../server/backup/backup.ts";
import { restore } from "../../server/backup/restore.ts";
import { dataTables } from "../../server/backup/tables.ts";
import type { Database } from "../../server/db/database.ts";
import { readMigrations } from "../../server/db/migrate.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import { fillAccounts } from "../support/accounts.ts";
import { ENGINES, openEmptyDatabase } from "../support/database.ts";
import { guide, publish, put } from "../support/documents.ts";
import { fillHealth } from "../support/health.ts";
import { identified, signalled, used } from "../support/messages.ts";
import { png } from "../support/picture.ts";
import { fillPlaybooks } from "../support/playbooks.ts";
import { NOW, startTestServer, useServer } from "../support/server.ts";

/** All rows of all tables of a workspace. */
async function everything(db: Database, workspace: string): Promise<Record<string, string[]>> {
  const tables = await db.maintain(dataTables);
  return db.transaction(workspace, async (sql) => {
    const all: Record<string, string[]> = {};
    for (const table of tables) {
      const rows = await sql.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      all[table] = rows.map(({ row }) => row).sort();
    }
    return all;
  });
}

describe.each(ENGINES)("a backup on %s", (engine) => {
  const server = useServer(engine);
  let folder = "";
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-backup-"));
    await fillAccounts(server);
    await fillHealth(server);
    await fillPlaybooks(server);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const restored = async (name: string, to: (typeof ENGINES)[number]) => {
    const db = await openEmptyDatabase(to);
    return { db, rows: await restore(db, file(name), await readMigrations()) };
  };

  it.each(
    ENGINES,
  )("R73: restored on %s, every row of every table is what it was, and the server goes on", async (to) => {
    const { home } = server;
    const other = await server.newWorkspace();
    await server.send([
      used("save"),
      signalled("s", true),
      identified("ann", { name: 'Анна "A" \\ 😀' }),
    ]);
    await server.send([used("other")], other.writeKey);
    await put(server, "guides", guide(`to-${to}`, { trigger: { start: "auto" } }));
    await publish(server, "guides", `to-${to}`);
    await server.ask("/v1/assets", { method: "POST", as: home.adminToken, body: png(1, 1) });
    const rows = await backUp(server.db, file(to), NOW);
    const there = await restored(to, to);
    try {
      expect(there.rows).toBe(rows);
      for (const { workspace } of [home, other]) {
        expect(await everything(there.db, workspace)).toEqual(
          await everything(server.db, workspace),
        );
      }
      const next = await startTestServer(there.db);
      expect((await next.send([used("save")], home.writeKey)).success).toBe(true);
      const { status } = await next.ask("/v1/query/health", { as: home.adminToken });
      expect(status).toBe(200);
      const again = restore(there.db, file(to), await readMigrations());
      await expect(again).rejects.toThrow("nothing is overwritten");
    } finally {
      await there.db.close();
    }
  }, 60_000);

  it("R73: is one moment, whatever is stored meanwhile: all that was acknowledged before, and rollups that agree", async () => {
    const { workspace, writeKey } = await server.newWorkspace();
    const before = Array.from({ length: 300 }, () => used("before"));
    for (let from = 0; from < 300; from += 100)
      await server.send(before.slice(from, from + 100), writeKey);
    const load = { goesOn: true };
    const sending = Array.from({ length: 3 }, async () => {
      while (load.goesOn) {
        await server.send(
          Array.from({ length: 20 }, () => used("load")),
          writeKey,
        );
        // The embedded database answers without leaving the floor to files.
        await setImmediate();
      }
    });
    await backUp(server.db, file("load"), NOW);
    load.goesOn = false;
    await Promise.all(sending);
    const { db } = await restored("load", "embedded");
    const ask = async (text: string) =>
      (await db.transaction(workspace, (sql) => sql.query(text)))[0];
    const ids = JSON.stringify(before.map(({ messageId }) => messageId)).replaceAll("'", "''");
    const kept = `SELECT count(*) AS n FROM events WHERE message_id IN (SELECT jsonb_array_elements_text('${ids}'))`;
    expect(await ask(kept)).toEqual({ n: 300 });
    await packDays({ db }, workspace);
    expect(await ask("SELECT sum(uses) AS n FROM packed_days WHERE feature <> ''")).toEqual(
      await ask("SELECT count(*) AS n FROM events"),
    );
    await db.close();
  }, 60_000);

  it("R73: a file that is there is left alone; one that is not whole, not ours or of a newer server is refused", async () => {
    await backUp(server.db, file("good"), NOW);
    const text = gunzipSync(await readFile(file("good"))).toString();
    const write = (name: string, changed: string) => writeFile(file(name), gzipSync(changed));
    const lines = text.trimEnd().split("\n");
    await write("short", lines.slice(0, -1).join("\n"));
    await write("gap", [...lines.slice(0, -2), lines.at(-1)].join("\n"));
    await write("foreign", '{"hello":1}\n');
    await write("newer", text.replace(/"migration":\d+/, '"migration":9999'));
    await writeFile(file("cut"), (await readFile(file("good"))).subarray(0, 200));
    const full = backUp(server.db, file("good"), NOW);
    await expect(full).rejects.toThrow("there already");
    const db = await openEmptyDatabase(engine);
    const migrations = await readMigrations();
    for (const [name, why] of [
      ["foreign", "first line"],
      ["newer", "newer version"],
      ["cut", "cannot be read"],
      ["short", "end is missing"],
      ["gap", "rows are missing"],
    ] as const) {
      await expect(restore(db, file(name), migrations), name).rejects.toThrow(why);
    }
    expect(await restore(db, file("good"), migrations)).toBeGreaterThan(0);
    await db.close();
  }, 60_000);
});
