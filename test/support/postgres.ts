import { execFile } from "node:child_process";
import { access, chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

export interface TestPostgres {
  /** "PostgreSQL 15.4 …" */
  version: string;
  /** Connection string of a database, as this role. Nobody needs a password. */
  url(database: string, role: string): string;
  stop(): Promise<void>;
}

export class PostgresMissing extends Error {
  constructor() {
    super(
      "The integration tests need PostgreSQL: install it (Debian: apt-get install postgresql-15), or leave it out with WAYMARK_TEST_POSTGRES=off.",
    );
    this.name = "PostgresMissing";
  }
}

export interface PostgresOptions {
  /**
   * If not, a power cut may take what was committed, and nothing is vacuumed: an owner who is no superuser cannot drop a
   * database while that is under way.
   */
  lasting?: boolean;
  /** In which its data stay when it is stopped; default is a temporary folder. The user "postgres" has to get into it. */
  kept?: string;
}

/** Starts a PostgreSQL server of this machine's packages on a free port of 127.0.0.1. */
export async function startPostgres({
  lasting = false,
  kept,
}: PostgresOptions = {}): Promise<TestPostgres> {
  const bin = await findBinaries();
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "waymark-pg-")));
  const data = join(folder, "data");
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root; its packages bring a user for it.
  const asServer = (program: string, args: string[]) =>
    isRoot
      ? run("runuser", ["-u", "postgres", "--", join(bin, program), ...args], { cwd: folder })
      : run(join(bin, program), args, { cwd: folder });
  if (isRoot) await run("chown", ["postgres", folder]);
  await chmod(folder, 0o700);
  const remove = async () => {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  };
  const made = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  try {
    if (!(await exists(data))) await asServer("initdb", ["-D", data, ...made]);
    const port = await freePort();
    const upkeep = lasting ? "on" : "off";
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=${upkeep} -c autovacuum=${upkeep} -c max_connections=200`;
    const log = join(folder, "log");
    await asServer("pg_ctl", ["start", "-w", "-s", "-D", data, "-l", log, "-o", options]);
    const { stdout } = await run(join(bin, "postgres"), ["--version"]);
    return {
      version: stdout.trim(),
      url: (database, role) => `postgres://${role}@127.0.0.1:${port}/${database}`,
      async stop() {
        const how = kept === undefined ? "immediate" : "fast";
        await asServer("pg_ctl", ["stop", "-s", "-m", how, "-D", data]);
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Debian keeps the server's programs out of PATH, one folder a version; elsewhere pg_config knows. */
async function findBinaries(): Promise<string> {
  const debian = "/usr/lib/postgresql";
  const versions = await readdir(debian).catch(() => []);
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, "bin"));
  const told = await run("pg_config", ["--bindir"]).catch(() => ({ stdout: "" }));
  for (const folder of [...folders, told.stdout.trim()]) {
    if (folder !== "" && (await exists(join(folder, "initdb")))) return folder;
  }
  throw new PostgresMissing();
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
