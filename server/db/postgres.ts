import pg from "pg";
import {
  type Database,
  ERASER_ROLE,
  enterRole,
  type OwnerSql,
  READ_ONLY,
  type Row,
} from "./database.ts";
import { PARSERS } from "./types.ts";
import { untilEnded } from "./until-ended.ts";

export interface PostgresOptions {
  url: string;
  /** Told of connections that broke while nobody used them. */
  onIdleError: (error: Error) => void;
}

/** A pool of connections to a PostgreSQL server. */
export async function openPostgres({ url, onIdleError }: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // What a transaction asks without waiting for the answer before travels at once.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    // Compiling a plan takes longer than any question does; what one sorts about all people fits into its memory.
    options: "-c timezone=UTC -c jit=off -c work_mem=32MB",
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        PARSERS[oid] ?? pg.types.getTypeParser(oid, format as "text"),
    },
  });
  pool.on("error", onIdleError);

  async function inTransaction<T>(begin: string, work: (sql: OwnerSql) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const within = untilEnded(sqlOf(client));
    let broken = false;
    try {
      const began = client.query(begin);
      const [value] = await Promise.all([work(within.sql), began]);
      within.end();
      await client.query("COMMIT");
      await within.succeeded();
      return value;
    } catch (error) {
      within.end();
      await client.query("ROLLBACK").catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  const db: Database = {
    engine: "postgres",
    transaction: async (workspace, work) => inTransaction(`BEGIN; ${enterRole(workspace)}`, work),
    read: async (workspace, work) =>
      inTransaction(`BEGIN ${READ_ONLY}; ${enterRole(workspace)}`, work),
    erase: async (workspace, work) =>
      inTransaction(`BEGIN; ${enterRole(workspace, ERASER_ROLE)}`, work),
    maintain: (work) => inTransaction("BEGIN; SET LOCAL statement_timeout = 0", work),
    async ping() {
      await pool.query("SELECT 1");
    },
    close: () => pool.end(),
  };
  await db.ping().catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return db;
}

function sqlOf(client: pg.PoolClient): OwnerSql {
  return {
    async query<R extends object = Row>(text: string, params: readonly unknown[] = []) {
      return (await client.query(text, [...params])).rows as R[];
    },
    async run(script) {
      await client.query(script);
    },
  };
}
