import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "../../../support/build.ts";

let bundled: Promise<string> | undefined;

/** The overlay and the test's handles on it as one script; built once per worker. */
export function worldScript(): Promise<string> {
  bundled ??= bundle(join(import.meta.dirname, "world.ts"));
  return bundled;
}

async function bundle(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry, name: "waymarkTests", formats: ["iife"], fileName: "world" },
    },
  });
  for (const result of [results].flat()) {
    if (!("output" in result)) continue;
    for (const file of result.output) if (file.type === "chunk") return file.code;
  }
  throw new Error("the bundle has no script");
}
