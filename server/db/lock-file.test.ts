import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataFolderInUse, lockFolder } from "./lock-file.ts";

describe("lock of the data folder", () => {
  let folder = "";
  const lockPath = () => join(folder, "waymark.lock");
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-lock-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("R23: is held by one at a time and can be taken again after its release", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`);
    await expect(lockFolder(folder)).rejects.toThrow(DataFolderInUse);
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it("R23: of a process that is gone is taken over", async () => {
    const child = spawn(process.execPath, ["-e", "0"]);
    await once(child, "exit");
    await writeFile(lockPath(), JSON.stringify({ pid: child.pid, began: "1" }));
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockPath(), "utf8")).pid).toBe(process.pid);
    await lock.release();
  });

  it.runIf(process.platform === "linux")(
    "R23: of an earlier process with the same number is taken over, as after a container's restart",
    async () => {
      await writeFile(lockPath(), JSON.stringify({ pid: process.pid, began: "1" }));
      await (await lockFolder(folder)).release();
    },
  );

  it("R23: that says nothing is taken over", async () => {
    await writeFile(lockPath(), "");
    await (await lockFolder(folder)).release();
  });

  it("R23: of many that ask at once, one gets it", async () => {
    await writeFile(lockPath(), "stale");
    const tried = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
    expect(tried.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});
