import { PGlite, type PGliteOptions, type Transaction } from "@electric-sql/pglite";
import {
  type Database,
  ERASER_ROLE,
  enterRole,
  type OwnerSql,
  READ_ONLY,
  type Row,
} from "./database.ts";
import { PARSERS } from "./types.ts";

export interface EmbeddedDatabase extends Database {
  /** The whole data folder, from which another database can be started in memory. */
  dump(): Promise<Blob>;
}

/** So much memory a sort or a hash may take before it goes to the disk: what is asked about all people fits. */
const WORK_MEMORY = ["-c", "work_mem=32MB"];

/** PostgreSQL's own fsync stays on: an answered batch survives a power cut. `-F` would switch it off. */
const START = [...PGlite.defaultStartParams.filter((param) => param !== "-F"), ...WORK_MEMORY];

/** Opens PostgreSQL in this process, in `dataDir`, or in memory from a dump. One connection: statements queue. */
export async function openEmbedded(
  where: Pick<PGliteOptions, "dataDir" | "loadDataDir">,
): Promise<EmbeddedDatabase> {
  const pg = await PGlite.create({ ...where, startParams: START, parsers: { ...PARSERS } });
  const sqlOf = (tx: Transaction): OwnerSql => ({
    async query<R extends object = Row>(text: string, params: readonly unknown[] = []) {
      return (await tx.query<R>(text, [...params])).rows;
    },
    async run(script) {
      await tx.exec(script);
    },
  });
  const as = <T>(role: string, work: (sql: OwnerSql) => Promise<T>) =>
    pg.transaction(async (tx) => {
      await tx.exec(role);
      return work(sqlOf(tx));
    });
  return {
    engine: "embedded",
    transaction: async (workspace, work) => as(enterRole(workspace), work),
    read: async (workspace, work) =>
      as(`SET TRANSACTION ${READ_ONLY}; ${enterRole(workspace)}`, work),
    erase: async (workspace, work) => as(enterRole(workspace, ERASER_ROLE), work),
    maintain: (work) => pg.transaction((tx) => work(sqlOf(tx))),
    async vacuum(table) {
      await pg.exec(`VACUUM ${table}`);
    },
    async ping() {
      await pg.query("SELECT 1");
    },
    close: () => pg.close(),
    dump: () => pg.dumpDataDir("none"),
  };
}
