import { uuidv7 } from "uuidv7";
import { listCredentials } from "../../server/auth/credentials.ts";
import { openDatabase } from "../../server/db/open.ts";
import { fill } from "../../server/seed/fill.ts";
import { readSettings } from "../../server/settings.ts";
import { packDays } from "../../server/usage/pack-days.ts";
import type { WaymarkServer } from "./server-process.ts";

const COMPANY = { accounts: 40, users: 5, days: 70, seed: 7, rawEvents: false } as const;

/**
 * A small company of invented customers in the workspace of a server, which is stopped meanwhile: the embedded database
 * belongs to one process. Health is worked out when it is back.
 */
export async function seedCompany(server: WaymarkServer): Promise<void> {
  await server.stop();
  const clock = () => Date.now();
  const log = { info: () => {}, error: (message: string) => console.error(message) };
  const db = await openDatabase({
    ...readSettings({ WAYMARK_DATA: server.dataDir }),
    log,
    onCreate: () => {},
  });
  try {
    const [{ id: workspace } = { id: "" }] = await db.transaction(null, (sql) =>
      sql.query<{ id: string }>("SELECT id FROM workspaces"),
    );
    const [admin] = await db.transaction(workspace, (sql) =>
      listCredentials(sql, workspace, "token"),
    );
    const today = new Date(clock()).toISOString().slice(0, 10);
    const deps = { db, clock, newId: uuidv7, log };
    const by = admin?.id ?? workspace;
    await fill(deps, { workspace, by }, { ...COMPANY, today }, () => {});
    await packDays(deps, workspace);
  } finally {
    await db.close();
  }
  await server.restart();
  await server.api("POST", "/v1/health/compute");
}
