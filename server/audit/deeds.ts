import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, Sql } from "../db/database.ts";
import { type Deed, noteDeed } from "./log.ts";

interface Doing {
  deed: Deed;
  isNoted: boolean;
  /** Something was done as a role that cannot write it down. */
  isOwed: boolean;
}

export interface Deeds {
  /** The database for those who do things: what a transaction of a deed changed is written down in it. */
  db: Database;
  /** Does it, and sees to it that it is written down if anything was changed. */
  do<T>(deed: Deed, work: () => Promise<T>): Promise<T>;
}

/**
 * Writes down what is done in the transaction that does it, the first of a request that changes anything, so that there is
 * neither without the other: R75 of docs/spec/delivery.md.
 */
export function createDeeds(db: Database): Deeds {
  const doing = new AsyncLocalStorage<Doing>();
  return {
    db: {
      ...db,
      async transaction(workspace, work) {
        const now = doing.getStore();
        if (!now || now.isNoted || workspace === null) return db.transaction(workspace, work);
        const { value, isNoted } = await db.transaction(workspace, async (sql) => ({
          value: await work(sql),
          isNoted: await noteIfChanged(sql, now.deed),
        }));
        now.isNoted ||= isNoted;
        return value;
      },
      async erase(workspace, work) {
        const value = await db.erase(workspace, work);
        const now = doing.getStore();
        if (now) now.isOwed = true;
        return value;
      },
    },
    async do(deed, work) {
      const now: Doing = { deed, isNoted: false, isOwed: false };
      const value = await doing.run(now, work);
      if (now.isOwed && !now.isNoted) {
        await db.transaction(deed.workspace, (sql) => noteDeed(sql, deed));
      }
      return value;
    },
  };
}

/** Only a transaction that changed or locked a row has a number. */
async function noteIfChanged(sql: Sql, deed: Deed): Promise<boolean> {
  const [row] = await sql.query<{ changed: boolean }>(
    "SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS changed",
  );
  if (!row?.changed) return false;
  await noteDeed(sql, deed);
  return true;
}
