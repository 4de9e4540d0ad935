import { build } from "vite";
import { CSS_TARGET } from "../../oldest-browsers.ts";
import { ROOT } from "./build.ts";

const bundled = new Map<string, Promise<string>>();

/** A module and all it imports as one script; built once per process. */
export function bundleScript(entry: string): Promise<string> {
  const script = bundled.get(entry) ?? bundle(entry);
  bundled.set(entry, script);
  return script;
}

async function bundle(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      cssTarget: CSS_TARGET,
      lib: { entry, name: "waymarkTests", formats: ["iife"], fileName: "world" },
    },
  });
  for (const result of [results].flat()) {
    if (!("output" in result)) continue;
    for (const file of result.output) if (file.type === "chunk") return file.code;
  }
  throw new Error("the bundle has no script");
}
