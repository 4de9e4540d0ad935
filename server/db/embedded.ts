import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import {
  type Database,
  ERASER_ROLE,
  enterRole,
  type OwnerSql,
  READ_ONLY,
  type Row,
} from "./database.ts";
import type { Asked, Started, Told } from "./embedded-thread.ts";
import { untilEnded } from "./until-ended.ts";

export interface EmbeddedDatabase extends Database {
  /** The whole data folder, from which another database can be started in memory. */
  dump(): Promise<Blob>;
}

/** Compiled once, however many databases are opened. */
let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const main = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  return WebAssembly.compile(await readFile(new URL("./pglite.wasm", `file://${main}`)));
}

/**
 * Opens PostgreSQL in a thread of this process, in `dataDir`, or in memory, there from a dump if one is given: statements take time, and
 * requests are read and judged meanwhile. One connection: transactions queue.
 */
export async function openEmbedded({
  dataDir,
  loadDataDir,
  onLost = () => undefined,
}: {
  dataDir?: string;
  loadDataDir?: Blob;
  /** Told when the thread ended and nobody ended it: nothing is answered any more. */
  onLost?: (error: Error) => void;
}): Promise<EmbeddedDatabase> {
  compiled ??= compile();
  const started: Started = {
    dataDir,
    loadDataDir: await loadDataDir?.arrayBuffer(),
    module: await compiled,
  };
  const thread = openThread(started, onLost);
  const sql: OwnerSql = {
    query: async <R extends object = Row>(text: string, params: readonly unknown[] = []) =>
      (await thread.ask({ what: "query", text, params })) as R[],
    run: async (text) => void (await thread.ask({ what: "run", text })),
  };
  let last: Promise<unknown> = Promise.resolve();

  async function transact<T>(begin: string, work: (sql: OwnerSql) => Promise<T>): Promise<T> {
    const within = untilEnded(sql);
    const began = sql.run(begin);
    try {
      const [value] = await Promise.all([work(within.sql), began]);
      within.end();
      await sql.run("COMMIT");
      await within.succeeded();
      return value;
    } catch (error) {
      within.end();
      await sql.run("ROLLBACK");
      throw error;
    }
  }
  /** One after the other, whatever became of the one before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }
  const as = <T>(begin: string, work: (sql: OwnerSql) => Promise<T>) =>
    inTurn(() => transact(begin, work));

  await sql.query("SELECT 1").catch(async (error) => {
    await thread.end();
    throw error;
  });
  return {
    engine: "embedded",
    transaction: async (workspace, work) => as(`BEGIN; ${enterRole(workspace)}`, work),
    read: async (workspace, work) => as(`BEGIN ${READ_ONLY}; ${enterRole(workspace)}`, work),
    erase: async (workspace, work) => as(`BEGIN; ${enterRole(workspace, ERASER_ROLE)}`, work),
    maintain: (work) => as("BEGIN", work),
    // No statement of another may come between, and it runs in no transaction.
    vacuum: (table) => inTurn(() => sql.run(`VACUUM ${table}`)),
    ping: () => inTurn(async () => void (await sql.query("SELECT 1"))),
    close: () =>
      inTurn(async () => {
        await thread.ask({ what: "close" });
        await thread.end();
      }),
    dump: () => inTurn(async () => new Blob([(await thread.ask({ what: "dump" })) as ArrayBuffer])),
  };
}

/** The thread of a database. It keeps the process alive only while it is asked something. */
function openThread(workerData: Started, onLost: (error: Error) => void) {
  const worker = new Worker(new URL("./embedded-thread.ts", import.meta.url), {
    workerData,
    execArgv: [],
  });
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (e: Error) => void }>();
  let asked = 0;
  let ended: Error | undefined;
  let isMeant = false;
  worker.unref();
  worker.on("message", (told: Told) => {
    const one = waiting.get(told.id);
    waiting.delete(told.id);
    if (waiting.size === 0) worker.unref();
    if ("value" in told) one?.done(told.value);
    else one?.failed(Object.assign(new Error(told.fault.message), { code: told.fault.code }));
  });
  const end = (error: Error) => {
    if (!ended && !isMeant) onLost(error);
    // 57P01: the database went away, which is no fault of whoever asked.
    ended ??= Object.assign(error, { code: "57P01" });
    for (const { failed } of waiting.values()) failed(ended);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", (code) =>
    end(new Error(isMeant ? "The embedded database is closed." : `Its thread ended with ${code}.`)),
  );
  return {
    ask(question: Asked): Promise<unknown> {
      return new Promise((done, failed) => {
        if (ended) return failed(ended);
        const id = asked++;
        waiting.set(id, { done, failed });
        worker.ref();
        worker.postMessage({ id, asked: question });
      });
    },
    end: async () => {
      isMeant = true;
      await worker.terminate();
    },
  };
}
