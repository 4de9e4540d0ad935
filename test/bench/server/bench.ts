import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openEmbedded } from "../../../server/db/embedded.ts";
import { openPostgres } from "../../../server/db/postgres.ts";
import { startPostgres } from "../../support/postgres.ts";
import { KNOWN_SECRETS, startServer, type WaymarkServer } from "../../support/server-process.ts";
import type { Bench, Figure } from "../bench.ts";
import { measureQuestions } from "./asking.ts";
import { type Size, seedCompany } from "./company.ts";
import { measureIngest } from "./ingest.ts";

const CONTRACT: Size = { accounts: 1000, users: 200, days: 90 };
/** Of the server's process, at its most, with the company of the contract. */
const MEMORY_MB = 2_000;

type Say = (line: string) => void;

export const serverBench: Bench = {
  name: "server",
  title: "How fast the server stores, and answers the console of a large company",
  async run(say, { accounts }) {
    const size = { ...CONTRACT, ...(accounts === undefined ? {} : { accounts: Number(accounts) }) };
    return [...(await onEmbedded(size, say)), ...(await onPostgres(size, say))];
  },
};

async function onEmbedded(size: Size, say: Say): Promise<Figure[]> {
  await using ending = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  ending.defer(() => rm(folder, { recursive: true, force: true }));
  const bare = await openEmbedded({ dataDir: join(folder, "bare") });
  ending.defer(() => bare.close());
  const stored = await withServer(join(folder, "ingest"), {}, (server) =>
    measureIngest(server, bare, say),
  );
  return [...stored, ...(await askAll("embedded", join(folder, "company"), {}, size, say))];
}

async function onPostgres(size: Size, say: Say): Promise<Figure[]> {
  await using ending = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  ending.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startPostgres({ lasting: true });
  ending.defer(() => postgres.stop());
  const admin = new pg.Client(postgres.url("postgres", "postgres"));
  await admin.connect();
  await admin.query("CREATE ROLE owner LOGIN CREATEROLE");
  for (const name of ["bare", "ingest", "company"]) {
    await admin.query(`CREATE DATABASE ${name} OWNER owner`);
  }
  await admin.end();
  const url = (name: string) => ({ DATABASE_URL: postgres.url(name, "owner") });
  const bare = await openPostgres({ url: url("bare").DATABASE_URL, onIdleError: () => undefined });
  ending.defer(() => bare.close());
  const stored = await withServer(folder, url("ingest"), (server) =>
    measureIngest(server, bare, say),
  );
  return [...stored, ...(await askAll("postgres", folder, url("company"), size, say))];
}

async function askAll(
  engine: string,
  dataDir: string,
  database: Record<string, string>,
  size: Size,
  say: Say,
): Promise<Figure[]> {
  const began = performance.now();
  await seedCompany(size, { ...database, ...KNOWN_SECRETS, WAYMARK_DATA: dataDir }, say);
  const seconds = (performance.now() - began) / 1000;
  const asked = await withServer(dataDir, database, async (server) => [
    ...(await measureQuestions(server, engine, say)),
    await memoryOf(server, engine),
  ]);
  return [{ name: `${engine} seed`, value: seconds, unit: "s" }, ...asked];
}

async function withServer<T>(
  dataDir: string,
  database: Record<string, string>,
  work: (server: WaymarkServer) => Promise<T>,
): Promise<T> {
  const server = await startServer({ dataDir, env: { ...database, WAYMARK_RATE: "0" } });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** The most that the server's process has held in memory so far, where the system tells (Linux). */
async function memoryOf(server: WaymarkServer, engine: string): Promise<Figure> {
  const status = await readFile(`/proc/${server.pid()}/status`, "utf8").catch(() => "");
  const most = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1000;
  return { name: `${engine} memory`, value: most, unit: "MB", budget: { atMost: MEMORY_MB } };
}
