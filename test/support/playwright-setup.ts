import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server-process.ts";
import { TEMPLATE } from "./server-template.ts";

/**
 * Before all tests in a browser: the first start of a server makes its database, which takes seconds of a processor, so
 * it is done once, and servers of tests begin with a copy. Returns what removes it again.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "waymark-template-"));
  const server = await startServer({ dataDir: folder });
  await server.stop();
  process.env[TEMPLATE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
