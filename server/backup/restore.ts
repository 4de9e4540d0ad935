import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { parseJson } from "../../lib/model/parse.ts";
import type { Database, OwnerSql } from "../db/database.ts";
import { type MigrationFile, migrateWithin } from "../db/migrate.ts";
import { BackupHeader, BackupUnusable, Chunk, End } from "./format.ts";
import { dataTables } from "./tables.ts";

/**
 * Fills an empty database with a backup, of this engine or the other: R73 of docs/spec/delivery.md. All or nothing; the
 * schema is first that of the backup and then this server's. Answers with the number of rows.
 */
export async function restore(
  db: Database,
  file: string,
  migrations: readonly MigrationFile[],
): Promise<number> {
  await refuseFull(db);
  const lines = linesOf(file)[Symbol.asyncIterator]();
  const header = parseJson(BackupHeader, (await lines.next()).value ?? "");
  if (!header.ok) throw new BackupUnusable("its first line is not that of a backup of Waymark.");
  const { migration } = header.value;
  const then = migrations.filter(({ number }) => number <= migration);
  if (then.at(-1)?.number !== migration) {
    throw new BackupUnusable("it was taken by a newer version. Start that version or a newer one.");
  }
  return db.maintain(async (sql) => {
    await migrateWithin(sql, then);
    const rows = await fill(sql, lines);
    await migrateWithin(sql, migrations);
    return rows;
  });
}

async function refuseFull(db: Database): Promise<void> {
  const tables = await db.maintain((sql) =>
    sql.query(
      "SELECT 1 FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LIMIT 1",
    ),
  );
  if (tables.length > 0) {
    throw new Error(
      "the database is not empty, and nothing is overwritten. Name an empty folder with WAYMARK_DATA, or an empty database with DATABASE_URL.",
    );
  }
}

async function fill(sql: OwnerSql, lines: AsyncIterator<string>): Promise<number> {
  const tables = await dataTables(sql);
  // Rows of all workspaces are put in at once: that is the owner's, for whom security is let go until the end.
  for (const table of tables) await sql.run(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  let count = 0;
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const end = parseJson(End, line.value);
    if (end.ok) {
      if (end.value.rows !== count) throw new BackupUnusable("rows are missing.");
      for (const table of tables) await sql.run(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      return count;
    }
    const chunk = parseJson(Chunk, line.value);
    if (!chunk.ok || !tables.includes(chunk.value.table)) {
      throw new BackupUnusable("a line of it is not understood.");
    }
    const { table, rows } = chunk.value;
    await sql.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [`[${rows.join(",")}]`],
    );
    count += rows.length;
  }
  throw new BackupUnusable("its end is missing.");
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let failed: NodeJS.ErrnoException | null = null;
  const unpacked = pipeline(createReadStream(file), createGunzip(), (error) => {
    failed = error ?? null;
  });
  try {
    for await (const line of createInterface({ input: unpacked })) yield line;
  } catch (error) {
    throw unreadable(error as Error);
  }
  if (failed) throw unreadable(failed);
}

function unreadable(error: Error): Error {
  return new BackupUnusable(`it cannot be read (${error.message}).`);
}
