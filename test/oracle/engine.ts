import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../support/build.ts";

/** ClickHouse in this process. It is half a gigabyte, so it is no dependency but fetched when it is asked for. */
const PACKAGE = "chdb";
const VERSION = "3.4.0";
export const CACHE = join(ROOT, "node_modules/.cache/waymark-oracle");

export interface Engine {
  name: string;
  /** Of ClickHouse. */
  version: string;
  /** What funnels and patterns take as the time of a row. */
  time: { funnel: string; pattern: string };
  /** One answer a log: the aggregate `sql` over its rows (t: UInt64, f: String); of an empty log there is none. */
  ask(sql: string, logs: readonly string[]): Promise<(number | undefined)[]>;
  close(): Promise<void>;
}

export interface Chdb {
  query(sql: string, format: string): string;
  /** Keeps tables, in a folder that `cleanup` removes. */
  Session: new () => { query(sql: string, format?: string): string; cleanup(): void };
}

/** Whether it was fetched before. */
export function isInstalled(): boolean {
  return existsSync(join(CACHE, "node_modules", PACKAGE, "package.json"));
}

export function loadChdb(): Chdb {
  return createRequire(join(CACHE, "package.json"))(PACKAGE) as Chdb;
}

export async function openEngine(): Promise<Engine> {
  await install();
  const { query } = loadChdb();
  const select = (sql: string) =>
    query(`${sql} SETTINGS max_threads = 1`, "JSONCompactEachRow")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown[]);
  const folder = await mkdtemp(join(tmpdir(), "waymark-oracle-"));
  const file = join(folder, "log.csv");
  return {
    name: PACKAGE,
    version: String(select("SELECT version()")[0]?.[0]),
    time: { funnel: "t", pattern: "t" },
    async ask(sql, logs) {
      const lines = rowsOf(logs).map((row) => `${row.join()}\n`);
      await writeFile(file, lines.join(""));
      const rows = select(
        `SELECT n, ${sql} FROM file('${file}', 'CSV', 'n UInt32, t UInt64, f String') GROUP BY n`,
      );
      const answers = new Map(rows.map(([n, answer]) => [Number(n), Number(answer)]));
      return logs.map((_, n) => answers.get(n));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function install(): Promise<void> {
  if (isInstalled()) return;
  console.log(`fetching ${PACKAGE} ${VERSION} (about 550 MB) into ${CACHE}`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(join(CACHE, "package.json"), '{ "private": true }\n');
  const what = [`${PACKAGE}@${VERSION}`, "--save-exact", "--no-audit", "--no-fund"];
  await promisify(execFile)("npm", ["install", "--prefix", CACHE, ...what]);
}

/** "a0 b5" as rows: number of the log, time, feature. */
export function rowsOf(logs: readonly string[]): [n: number, t: string, f: string][] {
  return logs.flatMap((log, n) =>
    log
      .split(" ")
      .filter(Boolean)
      .map((use): [number, string, string] => [n, use.slice(1), use.slice(0, 1)]),
  );
}
