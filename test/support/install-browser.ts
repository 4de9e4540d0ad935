import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { canUseApt, installWithApt, runAndSay, type Say } from "./apt.ts";
import { type FoundBrowser, findBrowser } from "./browser.ts";

const MEND = `No browser was found, and none could be installed. One of these mends it:
  - install Chromium, Google Chrome or Microsoft Edge in its usual place
  - npx playwright install --with-deps chromium
  - WAYMARK_BROWSER=/path/to/chromium, if it lies elsewhere`;

/** The browser to use; installs one if there is none, and says so. */
export async function ensureBrowser(say: Say = console.log): Promise<FoundBrowser> {
  const found = findBrowser() ?? (await install(say));
  if (!found) throw new Error(MEND);
  return found;
}

async function install(say: Say): Promise<FoundBrowser | undefined> {
  say("No browser found. Installing Playwright's Chromium (about 170 MB, a few minutes) …");
  await runAndSay([process.execPath, playwrightCli(), "install", "chromium"], say);
  const own = findBrowser();
  if (own || !canUseApt()) return own;
  say("That browser does not start here. Installing Debian's Chromium with apt-get …");
  await installWithApt("chromium", say);
  return findBrowser();
}

function playwrightCli(): string {
  const manifest = createRequire(import.meta.url).resolve("@playwright/test/package.json");
  return join(dirname(manifest), "cli.js");
}
