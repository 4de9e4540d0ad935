import { join } from "node:path";
import { ROOT } from "../support/build.ts";
import { runToEnd } from "../support/child.ts";

/** `npm run test:fault`: what `npm test` shows in short, at length. `WAYMARK_SEED` gives another day. */
const CLI = join(ROOT, "node_modules/@playwright/test/cli.js");

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

const run = (words: readonly string[], env: Record<string, string>) =>
  runToEnd(process.execPath, words, { cwd: ROOT, env, onLine: (line) => console.log(line) });

const kills = ["run", "--project", "integration", "test/integration/kills.test.ts"];
const server = await run([VITEST, ...kills], { WAYMARK_SERVER_KILLS: "20" });
const browser = await run([CLI, "test", "--project", "fault"], {
  WAYMARK_KILLS: "200",
  WAYMARK_ROUNDS: "20",
});
process.exitCode = server || browser;
