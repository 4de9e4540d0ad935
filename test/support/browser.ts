import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

export interface FoundBrowser {
  path: string;
  /** Where it was found, for people. */
  from: string;
  /** Chrome and Edge ignore `--load-extension` from version 137; there an extension is loaded over the protocol. */
  branded: boolean;
}

/**
 * A browser of the Chromium family, best first: `WAYMARK_BROWSER`, Playwright's own, the system's Chromium, Chrome,
 * Edge. A path in `WAYMARK_BROWSER` that leads nowhere is an error, not a hint.
 */
export function findBrowser(): FoundBrowser | undefined {
  const wanted = process.env.WAYMARK_BROWSER;
  if (wanted) {
    if (!works(wanted)) throw new Error(`WAYMARK_BROWSER=${wanted} is no browser that starts`);
    return { path: wanted, from: "WAYMARK_BROWSER", branded: isBranded(wanted) };
  }
  return candidates().find(({ path }) => works(path));
}

function candidates(): FoundBrowser[] {
  const own = { path: chromium.executablePath(), from: "Playwright's Chromium", branded: false };
  const system = systemPaths()
    .map((path) => ({ path, from: "installed on this machine", branded: isBranded(path) }))
    .sort((a, b) => Number(a.branded) - Number(b.branded));
  return [own, ...system];
}

function systemPaths(): string[] {
  if (process.platform === "darwin") {
    return ["Chromium", "Google Chrome for Testing", "Google Chrome", "Microsoft Edge"].flatMap(
      (app) =>
        ["/Applications", join(process.env.HOME ?? "", "Applications")].map((folder) =>
          join(folder, `${app}.app`, "Contents/MacOS", app),
        ),
    );
  }
  if (process.platform === "win32") {
    const { ProgramFiles, "ProgramFiles(x86)": x86, LOCALAPPDATA } = process.env;
    return [ProgramFiles, x86, LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            join(folder, "Chromium/Application/chrome.exe"),
            join(folder, "Google/Chrome/Application/chrome.exe"),
            join(folder, "Microsoft/Edge/Application/msedge.exe"),
          ]
        : [],
    );
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  return [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
  ].flatMap((name) => [...new Set(folders)].map((folder) => join(folder, name)));
}

function isBranded(path: string): boolean {
  return /google.?chrome(?!.*testing)|msedge|microsoft.?edge/i.test(path);
}

/** A browser that lacks system libraries is there but does not start. On Windows `--version` would open a window. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
