import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../server/db/open.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import { createPostgresDatabase, ENGINES } from "../support/database.ts";
import { type Acknowledged, killUnderLoad, sendRest } from "../support/killed-server.ts";
import { KNOWN_SECRETS } from "../support/server-process.ts";
import { runServer } from "../support/server-run.ts";
import { happenedDays, toldDays } from "../support/told-days.ts";

/** `npm run test:fault` kills it twenty times. */
const KILLS = Number(process.env.WAYMARK_SERVER_KILLS ?? 2);
const PER_KILL_MS = 30_000;

describe.each(ENGINES)("a server on %s that is killed again and again", (engine) => {
  let folder = "";
  let env: Record<string, string> = {};
  let drop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-kills-"));
    env = { WAYMARK_DATA: join(folder, "data") };
    if (engine === "postgres") {
      const database = await createPostgresDatabase();
      env.DATABASE_URL = database.url;
      drop = database.drop;
    }
  });
  afterAll(async () => {
    await drop();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    `R2, R9: ${KILLS} kills under load lose no acknowledged message, count none twice, and leave rollups that agree`,
    async () => {
      const acknowledged: Acknowledged = new Set();
      const unanswered: object[][] = [];
      const { WAYMARK_WRITE_KEY: writeKey } = KNOWN_SECRETS;
      for (let kill = 0; kill < KILLS; kill++) {
        const answers = 5 + ((kill * 7) % 20);
        const load = { writeKey, answers, acknowledged, unanswered };
        await killUnderLoad({ ...KNOWN_SECRETS, ...env, WAYMARK_RATE: "0" }, load);
      }
      expect(acknowledged.size).toBeGreaterThan(KILLS * 80);
      const last = runServer({ ...env, WAYMARK_RATE: "0" });
      const replies = await sendRest(await last.ready, writeKey, unanswered);
      for (const { results } of replies) {
        for (const { messageId } of results) if (messageId !== null) acknowledged.add(messageId);
      }
      last.signal("SIGTERM");
      await last.gone;

      const db = await openDatabase({
        databaseUrl: env.DATABASE_URL,
        dataFolder: env.WAYMARK_DATA ?? "",
        log: { info: () => undefined, error: () => undefined },
        onCreate: () => undefined,
      });
      try {
        const [home] = await db.transaction(null, (sql) =>
          sql.query<{ id: string }>("SELECT id FROM workspaces"),
        );
        const workspace = home?.id ?? "";
        const stored = await db.transaction(workspace, (sql) =>
          sql.query("SELECT message_id AS id FROM events"),
        );
        expect(stored.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
        const days = (read: typeof toldDays) =>
          db.transaction(workspace, (sql) => read(sql, workspace));
        const happened = await days(happenedDays);
        expect(await days(toldDays)).toEqual(happened);
        await packDays({ db }, workspace);
        expect(await days(toldDays)).toEqual(happened);
      } finally {
        await db.close();
      }
    },
    60_000 + KILLS * PER_KILL_MS,
  );
});
