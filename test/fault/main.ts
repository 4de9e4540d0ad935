import { join } from "node:path";
import { ROOT } from "../support/build.ts";
import { runToEnd } from "../support/child.ts";

/** `npm run test:fault`: what `npm test` shows in short, at length. `WAYMARK_SEED` gives another day. */
const CLI = join(ROOT, "node_modules/@playwright/test/cli.js");

process.exitCode = await runToEnd(process.execPath, [CLI, "test", "--project", "fault"], {
  cwd: ROOT,
  env: { WAYMARK_KILLS: "200", WAYMARK_ROUNDS: "20" },
  onLine: (line) => console.log(line),
});
