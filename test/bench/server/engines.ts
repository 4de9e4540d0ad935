import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Database } from "../../../server/db/database.ts";
import { openEmbedded } from "../../../server/db/embedded.ts";
import { openPostgres } from "../../../server/db/postgres.ts";
import { startPostgres } from "../../support/postgres.ts";

/** Where a server keeps its data. */
export interface Place {
  dataDir: string;
  /** Settings that name the database, if it is not in that folder. */
  env: Record<string, string>;
}

export interface Engine extends AsyncDisposable {
  name: "embedded" | "postgres";
  /** For the company of which is asked; kept if a folder was named. */
  company: Place;
  /** An empty one that goes with the engine. */
  scratch: Place;
  /** A database without any table. */
  openBare(): Promise<Database>;
}

/** `kept`: the folder in which the company stays for the next time. */
export async function embedded(kept: string | undefined): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  const company = join(kept ?? folder, "embedded");
  await mkdir(company, { recursive: true });
  return {
    name: "embedded",
    company: { dataDir: company, env: {} },
    scratch: { dataDir: join(folder, "scratch"), env: {} },
    openBare: () => openEmbedded({ dataDir: join(folder, "bare") }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function postgres(kept: string | undefined): Promise<Engine> {
  await using ending = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  ending.defer(() => rm(folder, { recursive: true, force: true }));
  const where = kept === undefined ? {} : { kept: join(kept, "postgres") };
  const server = await startPostgres({ lasting: true, ...where });
  ending.defer(() => server.stop());
  await makeDatabases(server.url("postgres", "postgres"));
  const url = (name: string) => server.url(name, "owner");
  const place = (name: string) => ({ dataDir: folder, env: { DATABASE_URL: url(name) } });
  const stop = ending.move();
  return {
    name: "postgres",
    company: place("company"),
    scratch: place("scratch"),
    openBare: () => openPostgres({ url: url("bare"), onIdleError: () => undefined }),
    [Symbol.asyncDispose]: () => stop.disposeAsync(),
  };
}

async function makeDatabases(url: string): Promise<void> {
  const admin = new pg.Client(url);
  await admin.connect();
  try {
    const there = (await admin.query("SELECT datname FROM pg_database")).rows;
    const isThere = (name: string) => there.some(({ datname }) => datname === name);
    const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = 'owner'");
    if (rowCount === 0) await admin.query("CREATE ROLE owner LOGIN CREATEROLE");
    for (const name of ["bare", "scratch"]) {
      await admin.query(`DROP DATABASE IF EXISTS ${name}`);
      await admin.query(`CREATE DATABASE ${name} OWNER owner`);
    }
    if (!isThere("company")) await admin.query("CREATE DATABASE company OWNER owner");
  } finally {
    await admin.end();
  }
}
