import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "../../server/db/embedded.ts";
import { migrate, readMigrations } from "../../server/db/migrate.ts";
import { openPostgres } from "../../server/db/postgres.ts";
import { ensurePostgres } from "../support/install-postgres.ts";
import type { TestPostgres } from "../support/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** File with the data folder of a migrated embedded database. */
    embeddedDump: string;
    /** Connection string of the server's "postgres" database, as the owner of the test databases; null: left out. */
    postgresUrl: string | null;
  }
}

export const OWNER = "waymark_owner";
export const TEMPLATE = "waymark_template";

let folder: string | undefined;
let postgres: TestPostgres | undefined;

/** Prepares one migrated database an engine; the test files start from copies of it. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "waymark-integration-"));
  const dump = join(folder, "embedded.tar");
  const embedded = await openEmbedded({});
  await migrate(embedded, await readMigrations());
  await writeFile(dump, Buffer.from(await (await embedded.dump()).arrayBuffer()));
  await embedded.close();
  project.provide("embeddedDump", dump);
  project.provide("postgresUrl", await preparePostgres());
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
}

async function preparePostgres(): Promise<string | null> {
  postgres = (await ensurePostgres()) ?? undefined;
  if (!postgres) return null;
  console.log(`Testing on ${postgres.version} and on the embedded database.`);
  const admin = new pg.Client(postgres.url("postgres", "postgres"));
  await admin.connect();
  // As in a deployment: the owner is no superuser, so row-level security holds for it too.
  await admin.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB NOSUPERUSER`);
  await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER ${OWNER}`);
  await admin.end();
  const template = await openPostgres({
    url: postgres.url(TEMPLATE, OWNER),
    onIdleError: (error) => console.error(error),
  });
  await migrate(template, await readMigrations());
  await template.close();
  return postgres.url("postgres", OWNER);
}
