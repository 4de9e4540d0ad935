import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { ensureBuild, ROOT } from "../../support/build.ts";
import type { Figure } from "../bench.ts";

/** Bytes in a KB, the stricter of the two customs. */
const KB = 1000;
const ENTRY = "virtual:bench-entry";
const REACT = ["react", "react-dom", "react-dom/client", "react/jsx-runtime"];

const DRIVER = `import { driver } from "driver.js"; import css from "driver.js/dist/driver.css?inline";
  globalThis.kept = [driver, css];`;
const JOYRIDE = `import { Joyride } from "react-joyride"; globalThis.kept = [Joyride];`;
const WITH_REACT = `${JOYRIDE} import { createElement } from "react"; import { createRoot } from "react-dom/client";
  globalThis.more = [createElement, createRoot];`;

/** What each tool brings into a page, gzip level 9. */
export async function measureSizes(): Promise<Figure[]> {
  const folder = await ensureBuild("production");
  const ours = await Promise.all(
    ["locator.js", "overlay.js"].map((name) => readFile(join(folder, name))),
  );
  const sizes = {
    "size.waymark.locator": gzip(ours[0] ?? ""),
    "size.waymark.overlay": gzip(ours[1] ?? ""),
    "size.driver": gzip(await bundle(DRIVER, [])),
    "size.joyride": gzip(await bundle(JOYRIDE, REACT)),
    "size.joyride.withReact": gzip(await bundle(WITH_REACT, [])),
  };
  return Object.entries(sizes).map(([name, value]) => ({ name, value, unit: "KB" }));
}

function gzip(script: string | Buffer): number {
  return gzipSync(script, { level: 9 }).length / KB;
}

/** A module as a minified script, without what is `external`. */
async function bundle(source: string, external: string[]): Promise<string> {
  const results = await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [
      {
        name: "bench-entry",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
    ],
    build: {
      write: false,
      rollupOptions: {
        input: ENTRY,
        external,
        output: { format: "iife", globals: (name) => name.replaceAll(/\W/g, "_") },
      },
    },
  });
  for (const result of [results].flat()) {
    if (!("output" in result)) continue;
    for (const file of result.output) if (file.type === "chunk") return file.code;
  }
  throw new Error("the bundle has no script");
}
