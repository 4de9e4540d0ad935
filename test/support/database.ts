import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { inject } from "vitest";
import type { Database } from "../../server/db/database.ts";
import { openEmbedded } from "../../server/db/embedded.ts";
import { openPostgres } from "../../server/db/postgres.ts";

export type Engine = Database["engine"];

/** The engines that every test of the server runs on. */
export const ENGINES: readonly Engine[] =
  inject("postgresUrl") === null ? ["embedded"] : ["embedded", "postgres"];

/** A migrated database of its own. */
export async function openTestDatabase(engine: Engine): Promise<Database> {
  if (engine === "embedded") {
    return openEmbedded({ loadDataDir: new Blob([await readFile(inject("embeddedDump"))]) });
  }
  const { url, drop } = await createPostgresDatabase("waymark_template");
  return openUntilDropped(url, drop);
}

/** A database without tables. */
export async function openEmptyDatabase(engine: Engine): Promise<Database> {
  if (engine === "embedded") return openEmbedded({});
  const { url, drop } = await createPostgresDatabase();
  return openUntilDropped(url, drop);
}

async function openUntilDropped(url: string, drop: () => Promise<void>): Promise<Database> {
  // Dropping the database breaks what is left of the pool; a fault in use fails its query anyway.
  const db = await openPostgres({ url, onIdleError: () => undefined });
  return {
    ...db,
    async close() {
      await db.close();
      await drop();
    },
  };
}

/** A new PostgreSQL database, empty unless a template is named. */
export async function createPostgresDatabase(
  template = "template0",
): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject("postgresUrl");
  if (server === null) throw new Error("PostgreSQL was left out");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const ask = async (text: string) => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
