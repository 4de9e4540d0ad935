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
  await ensureBuild("e2e");
  await ensureBuild("production");
  const folder = await mkdtemp(join(tmpdir(), "waymark-template-"));
  const server = await startServer({ dataDir: folder });
  await server.stop();
  process.env[TEMPLATE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
