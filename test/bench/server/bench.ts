import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { startServer, type WaymarkServer } from "../../support/server-process.ts";
import type { Bench, Figure } from "../bench.ts";
import { measureQuestions } from "./asking.ts";
import { companyIn, type Size } from "./company.ts";
import { type Engine, embedded, type Place, postgres } from "./engines.ts";
import { measureIngest } from "./ingest.ts";

const CONTRACT: Size = { accounts: 1000, users: 200, days: 90 };
/** Of the server's process, at its most, with the company of the contract. */
const MEMORY_MB = 2_000;
const ENGINES = { embedded, postgres };
const PARTS = { ingest: storing, questions: asking };

type Say = (line: string) => void;

export const serverBench: Bench = {
  name: "server",
  title: "How fast the server stores, and answers the console of a large company",
  async run(say, { accounts, data, only = "" }) {
    const size = { ...CONTRACT, ...(accounts === undefined ? {} : { accounts: Number(accounts) }) };
    const words = only.split(",").filter((word) => word !== "");
    const kept = data === undefined ? undefined : resolve(data);
    const figures: Figure[] = [];
    const parts = chosen(PARTS, words);
    for (const open of chosen(ENGINES, words)) {
      await using engine = await open(kept);
      for (const measure of parts) figures.push(...(await measure(engine, { size, say, kept })));
    }
    return figures;
  },
};

/** Those that are named, or all if none of them is. */
function chosen<T>(all: Readonly<Record<string, T>>, words: readonly string[]): T[] {
  const known = [...Object.keys(ENGINES), ...Object.keys(PARTS)];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) {
    throw new Error(`--only has "${unknown}", but can have ${known.join(", ")}.`);
  }
  const named = Object.keys(all).filter((name) => words.includes(name));
  return Object.entries(all).flatMap(([name, one]) =>
    named.length === 0 || named.includes(name) ? [one] : [],
  );
}

interface Task {
  size: Size;
  say: Say;
  kept: string | undefined;
}

async function storing(engine: Engine, { say }: Task): Promise<Figure[]> {
  const bare = await engine.openBare();
  try {
    return await withServer(engine.scratch, (server) => measureIngest(server, bare, say));
  } finally {
    await bare.close();
  }
}

async function asking({ name, company }: Engine, { size, say, kept }: Task): Promise<Figure[]> {
  const seconds = await companyIn(company, size, { kept, name, say });
  const asked = await withServer(company, async (server) => [
    ...(await measureQuestions(server, name, say)),
    await memoryOf(server, name),
  ]);
  return [
    ...(seconds === null ? [] : [{ name: `${name} seed`, value: seconds, unit: "s" }]),
    ...asked,
  ];
}

async function withServer<T>(
  { dataDir, env }: Place,
  work: (server: WaymarkServer) => Promise<T>,
): Promise<T> {
  const server = await startServer({ dataDir, env: { ...env, WAYMARK_RATE: "0" } });
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
