import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Lock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  /** When the process began, as its system tells: a pid alone may have been given to another one since. */
  began: string | null;
}

export class DataFolderInUse extends Error {
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Stop that server first, or give this one another folder (WAYMARK_DATA).`,
    );
    this.name = "DataFolderInUse";
    this.folder = folder;
    this.pid = pid;
  }
}

/** Takes the data folder for this process: an embedded database opened twice would be destroyed. */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "waymark.lock");
  const mine = JSON.stringify({ pid: process.pid, began: await began(process.pid) });
  while (!(await create(path, mine))) {
    const text = await readFile(path, "utf8").catch(() => "");
    const holder = parseHolder(text);
    if (holder && (await isAlive(holder))) throw new DataFolderInUse(folder, holder.pid);
    await setAside(path, text);
  }
  return { release: () => rm(path, { force: true }) };
}

/** The file appears with its text in one step: nobody ever sees a lock that is half written. */
async function create(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { flag: "wx" });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    return typeof value.pid === "number" ? { pid: value.pid, began: value.began ?? null } : null;
  } catch {
    return null;
  }
}

/** Removes the stale lock, unless another process replaced it by its own since it was read. */
async function setAside(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, "utf8")) === stale) await rm(aside);
  else await rename(aside, path);
}

async function isAlive({ pid, began: then }: Holder): Promise<boolean> {
  if (pid === process.pid && then === null) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = await began(pid);
  return then === null || now === null || then === now;
}

/** Start time of a process in ticks since boot, where the system tells (Linux). */
async function began(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
