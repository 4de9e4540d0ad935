import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { runToEnd } from "./child.ts";

export type Build = "e2e" | "production";

export const ROOT = join(import.meta.dirname, "../..");

const WXT = join(ROOT, "node_modules/wxt/bin/wxt.mjs");

/** What a build is made of. */
const SOURCES = [
  "entrypoints",
  "components",
  "lib",
  "public",
  "wxt.config.ts",
  "package-lock.json",
] as const;

/** Where the unpacked extension of a build lies. */
export function buildFolder(build: Build): string {
  return join(ROOT, ".output", build === "e2e" ? "chrome-mv3-e2e" : "chrome-mv3");
}

/** Builds the extension if there is no build yet or a source is newer than it. Returns its folder. */
export async function ensureBuild(
  build: Build,
  say: (line: string) => void = () => undefined,
): Promise<string> {
  const folder = buildFolder(build);
  const built = await changedAt(join(folder, "manifest.json"));
  const newest = Math.max(
    ...(await Promise.all(SOURCES.map((path) => newestIn(join(ROOT, path))))),
  );
  if (built > newest) return folder;
  const lines: string[] = [];
  const mode = build === "e2e" ? ["--mode", "e2e"] : [];
  const code = await runToEnd(process.execPath, [WXT, "build", "-b", "chrome", ...mode], {
    cwd: ROOT,
    onLine: (line) => {
      lines.push(line);
      say(line);
    },
  });
  if (code !== 0) throw new Error(`The extension could not be built:\n${lines.join("\n")}`);
  return folder;
}

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return changedAt(path);
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  const times = files.map((entry) => changedAt(join(entry.parentPath, entry.name)));
  return Math.max(0, ...(await Promise.all(times)));
}

/** Epoch ms; 0 if it is not there. */
async function changedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? 0;
}
