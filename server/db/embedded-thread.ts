import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PARSERS } from "./types.ts";

/** What the embedded database's thread is asked. */
export type Asked =
  | { what: "query"; text: string; params: readonly unknown[] }
  /** Several statements without parameters. */
  | { what: "run"; text: string }
  | { what: "dump" }
  | { what: "close" };

/** With which it starts. `loadDataDir`: bytes of a dump. */
export interface Started {
  dataDir?: string | undefined;
  loadDataDir?: ArrayBuffer | undefined;
  module: WebAssembly.Module;
}

/** An error as it travels between threads; the class of a database's error lies in its code. */
export interface Fault {
  message: string;
  code: unknown;
}

export type Told = { id: number } & ({ value: unknown } | { fault: Fault });

/** So much memory a sort or a hash may take before it goes to the disk: what is asked about all people fits. */
const WORK_MEMORY = ["-c", "work_mem=32MB"];

/** PostgreSQL's own fsync stays on: an answered batch survives a power cut. `-F` would switch it off. */
const START = [...PGlite.defaultStartParams.filter((param) => param !== "-F"), ...WORK_MEMORY];

const { dataDir, loadDataDir, module } = workerData as Started;
const opened = PGlite.create({
  ...(dataDir === undefined ? {} : { dataDir }),
  ...(loadDataDir === undefined ? {} : { loadDataDir: new Blob([loadDataDir]) }),
  pgliteWasmModule: module,
  startParams: START,
  parsers: { ...PARSERS },
});

async function answer(asked: Asked): Promise<unknown> {
  const pg = await opened;
  switch (asked.what) {
    case "query":
      return (await pg.query(asked.text, [...asked.params])).rows;
    case "run":
      return void (await pg.exec(asked.text));
    case "dump":
      return (await pg.dumpDataDir("none")).arrayBuffer();
    case "close":
      return pg.close();
  }
}

async function tell({ id, asked }: { id: number; asked: Asked }): Promise<void> {
  try {
    parentPort?.postMessage({ id, value: await answer(asked) } satisfies Told);
  } catch (error) {
    const { message, code } = error as Error & { code?: unknown };
    parentPort?.postMessage({ id, fault: { message, code } } satisfies Told);
  }
}

/** One after the other, in the order in which they were asked: a transaction need not wait for one to ask the next. */
let last = Promise.resolve();
parentPort?.on("message", (question) => {
  last = last.then(() => tell(question));
});
