import { run } from "./run.ts";

await run(() => Date.now());
