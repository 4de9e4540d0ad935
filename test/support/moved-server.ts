import { readFileSync } from "node:fs";
import { run } from "../../server/run.ts";

/** The server with a clock that a test moves: `WAYMARK_TEST_CLOCK` is a file that says by how many ms it is ahead. */
const file = process.env.WAYMARK_TEST_CLOCK;
if (!file) throw new Error("WAYMARK_TEST_CLOCK names no file");

await run(() => Date.now() + Number(readFileSync(file, "utf8")));
