import { createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Database, enterRole, GATE_ROLE, type OwnerSql, READ_ONLY } from "../db/database.ts";
import { BACKUP_FORMAT, type BackupHeader, type Chunk } from "./format.ts";
import { dataTables } from "./tables.ts";

const ROWS = 2_000;

/**
 * Writes everything that the database holds into a file that is not there yet: R73 of docs/spec/delivery.md. It is one
 * moment of it, whatever is stored meanwhile. Answers with the number of rows. `at`: epoch ms.
 */
export async function backUp(db: Database, file: string, at: number): Promise<number> {
  if (await isThere(file)) throw new Error(`${file} is there already. Name a file that is not.`);
  const aside = `${file}.part`;
  let rows = 0;
  try {
    await db.maintain(async (sql) => {
      await sql.run(`SET TRANSACTION ${READ_ONLY}`);
      const lines = async function* () {
        for await (const chunk of chunksOf(sql, at)) {
          if ("rows" in chunk) rows += chunk.rows.length;
          yield `${JSON.stringify(chunk)}\n`;
        }
        yield `${JSON.stringify({ end: true, rows })}\n`;
      };
      await pipeline(
        Readable.from(lines()),
        createGzip(),
        createWriteStream(aside, { mode: 0o600 }),
      );
    });
    await rename(aside, file);
    return rows;
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function* chunksOf(sql: OwnerSql, at: number): AsyncGenerator<BackupHeader | Chunk> {
  const tables = await dataTables(sql);
  const [newest] = await sql.query<{ number: number }>(
    "SELECT max(number) AS number FROM schema_migrations",
  );
  yield { format: BACKUP_FORMAT, at: new Date(at).toISOString(), migration: newest?.number ?? 0 };
  await sql.run(`SET LOCAL ROLE ${GATE_ROLE}`);
  const workspaces = await sql.query<{ id: string }>("SELECT id FROM workspaces ORDER BY id");
  // Security of rows holds for the owner too: everything is read as the application, one workspace after the other.
  for (const { id } of workspaces) {
    await sql.run(`RESET ROLE; ${enterRole(id)}`);
    for (const table of tables) yield* rowsOf(sql, table);
  }
  await sql.run("RESET ROLE");
}

async function* rowsOf(sql: OwnerSql, table: string): AsyncGenerator<Chunk> {
  await sql.run(
    `DECLARE waymark_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${table} t`,
  );
  while (true) {
    const rows = await sql.query<{ row: string }>(`FETCH ${ROWS} FROM waymark_rows`);
    if (rows.length > 0) yield { table, rows: rows.map(({ row }) => row) };
    if (rows.length < ROWS) break;
  }
  await sql.run("CLOSE waymark_rows");
}
