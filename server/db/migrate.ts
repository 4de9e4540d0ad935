import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Database, OwnerSql } from "./database.ts";

export interface MigrationFile {
  number: number;
  /** File name, such as "0001-workspaces.sql". */
  name: string;
  text: string;
}

/** Any number, the same for every server of a database: two that start together migrate one after the other. */
const LOCK = 7_310_265_419;

const FOLDER = new URL("./migrations/", import.meta.url);

export async function readMigrations(folder: URL = FOLDER): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number.parseInt(name, 10),
      name,
      text: await readFile(new URL(name, folder), "utf8"),
    })),
  );
}

/**
 * Brings the schema up to date in one transaction and answers with the names of what was applied.
 * Refuses a database whose applied migrations differ from these files, and one that is newer than this server.
 */
export async function migrate(db: Database, files: readonly MigrationFile[]): Promise<string[]> {
  return db.maintain((sql) => migrateWithin(sql, files));
}

/** The same in a transaction of the owner that goes on. */
export async function migrateWithin(
  sql: OwnerSql,
  files: readonly MigrationFile[],
): Promise<string[]> {
  await sql.query("SELECT pg_advisory_xact_lock($1::bigint)", [LOCK]);
  await sql.run(`CREATE TABLE IF NOT EXISTS schema_migrations (
      number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL
    )`);
  const applied = await sql.query<{ number: number; name: string; checksum: string }>(
    "SELECT number, name, checksum FROM schema_migrations ORDER BY number",
  );
  for (const row of applied) refuseChanged(row, files);
  const done = new Set(applied.map((row) => row.number));
  const due = files.filter((file) => !done.has(file.number));
  for (const file of due) await apply(sql, file);
  return due.map((file) => file.name);
}

async function apply(sql: OwnerSql, file: MigrationFile): Promise<void> {
  await sql.run(file.text);
  await sql.query("INSERT INTO schema_migrations VALUES ($1::int, $2, $3, now())", [
    file.number,
    file.name,
    checksum(file.text),
  ]);
}

function refuseChanged(
  row: { number: number; name: string; checksum: string },
  files: readonly MigrationFile[],
): void {
  const file = files.find((candidate) => candidate.number === row.number);
  if (!file) {
    throw new Error(
      `The database has migration ${row.name}, which this server does not know: it was used by a newer version. Start that version or a newer one.`,
    );
  }
  if (checksum(file.text) !== row.checksum) {
    throw new Error(
      `Migration ${file.name} was changed after it had been applied to this database. Restore the file and put the change into a new migration.`,
    );
  }
}

/** Line ends do not count: a checkout may convert them. */
function checksum(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}
