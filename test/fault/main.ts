import { join } from "node:path";
import { ROOT } from "../support/build.ts";
import { runToEnd } from "../support/child.ts";

/**
 * `npm run test:fault`: what `npm test` shows in short, at length; `-- server` or `-- browser` for one half. `WAYMARK_SEED`
 * gives another day.
 */
const CLI = join(ROOT, "node_modules/@playwright/test/cli.js");

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

const run = (words: readonly string[], env: Record<string, string>) =>
  runToEnd(process.execPath, words, { cwd: ROOT, env, onLine: (line) => console.log(line) });

const kills = ["run", "--project", "integration", "test/integration/kills.test.ts"];
const HALVES = {
  server: () => run([VITEST, ...kills], { WAYMARK_SERVER_KILLS: "20" }),
  browser: () =>
    run([CLI, "test", "--project", "fault"], { WAYMARK_KILLS: "200", WAYMARK_ROUNDS: "20" }),
};

const [wanted] = process.argv.slice(2);
if (wanted !== undefined && !(wanted in HALVES)) {
  throw new Error(`There is no half "${wanted}"; there is ${Object.keys(HALVES).join(", ")}.`);
}
let failed = 0;
for (const [name, half] of Object.entries(HALVES)) {
  if (wanted === undefined || wanted === name) failed = (await half()) || failed;
}
process.exitCode = failed;
