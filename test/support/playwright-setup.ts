import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "./build.ts";
import { startServer } from "./server-process.ts";
import { TEMPLATE } from "./server-template.ts";

/**
 * Before all tests in a browser: both builds of the extension, and the first start of a server, which makes its database
 * and takes seconds of a processor: servers of tests begin with a copy. Returns what removes it again.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-template-"));
  await Promise.all([buildBoth(), startOnce(folder)]);
  process.env[TEMPLATE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** One after the other: they write to the same folder of types. */
async function buildBoth(): Promise<void> {
  await ensureBuild("e2e");
  await ensureBuild("production");
}

async function startOnce(dataDir: string): Promise<void> {
  const server = await startServer({ dataDir });
  await server.stop();
}
