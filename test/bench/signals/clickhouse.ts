import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadChdb } from "../../oracle/engine.ts";

/** Person, ms, feature. */
export type LogRow = readonly [number, number, string];

export interface Log {
  /** Aggregates over the log's rows (t, f), person by person, on one thread. */
  ask(aggregate: string): number[];
  close(): void;
}

/** A log in ClickHouse's memory, as columns. */
export async function openLog(rows: readonly LogRow[]): Promise<Log> {
  const session = new (loadChdb().Session)();
  const folder = await mkdtemp(join(tmpdir(), "waymark-bench-"));
  const file = join(folder, "log.csv");
  await writeFile(file, rows.map((row) => `${row.join()}\n`).join(""));
  const columns = "n UInt32, t UInt64, f LowCardinality(String)";
  session.query(`CREATE TABLE log (${columns}) ENGINE = Memory`);
  session.query(`INSERT INTO log SELECT * FROM file('${file}', 'CSV', '${columns}')`);
  await rm(folder, { recursive: true, force: true });
  return {
    ask: (aggregate) =>
      session
        .query(`SELECT ${aggregate} FROM log GROUP BY n ORDER BY n SETTINGS max_threads = 1`, "CSV")
        .trim()
        .split("\n")
        .map(Number),
    close: () => session.cleanup(),
  };
}
