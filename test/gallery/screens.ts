import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "@playwright/test";
import { inviteColleagues, inviteCustomers } from "../demo/colleagues.ts";
import { createProgress } from "../demo/progress.ts";
import { publishDemoContent, readDemoContent } from "../support/demo-content.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";

/**
 * Screenshots of the extension's own pages in every look and state, for people to look at:
 * `npm run gallery -- screens`.
 */

const FOLDER = join(import.meta.dirname, "../../demo-output/screens");
/** Of the demo. */
const GUIDE = "create-your-first-flow";
const PERIODS = '[value="30"]';

interface Look {
  media?: Parameters<Page["emulateMedia"]>[0];
  width?: number;
  language?: "ru";
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { media: { colorScheme: "dark" } },
  russian: { language: "ru" },
  narrow: { width: 320 },
  "narrow-russian-dark": { width: 320, language: "ru", media: { colorScheme: "dark" } },
  "forced-colours": { media: { forcedColors: "active" } },
};

export async function shootScreens(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const [full, empty, waymark] = await Promise.all([startServer(), startServer(), launchWaymark()]);
  try {
    await publishDemoContent(full, await readDemoContent());
    await full.api("PUT", "/v1/settings/sync", { events: "features" });
    await inviteColleagues({ server: full }, createProgress());
    await inviteCustomers({ server: full }, createProgress());
    await signIn(waymark, full);
    for (const [name, look] of Object.entries(LOOKS)) await shootAll(waymark, name, look);
    await signIn(waymark, empty);
    await shootAll(waymark, "empty", {});
    await empty.dispose();
    await shootAll(waymark, "failed", {});
    console.log(`in ${relative(process.cwd(), FOLDER)}`);
  } finally {
    await waymark.close();
    await Promise.all([full.dispose(), empty.dispose()]);
  }
}

async function signIn(waymark: Waymark, server: WaymarkServer): Promise<void> {
  await waymark.connect(server, {
    site: "http://127.0.0.1/",
    user: "ada@example.com",
    account: "acme",
  });
  await waymark.send("console.token", { token: server.adminToken });
}

async function shootAll(waymark: Waymark, name: string, look: Look): Promise<void> {
  const shoot = async (page: Page, screen: string) => {
    await page.waitForLoadState("networkidle");
    await page.locator(".skeleton").first().waitFor({ state: "detached" });
    const path = join(FOLDER, `${screen}-${name}.png`);
    await page.screenshot({ path, animations: "disabled", fullPage: true });
  };
  for (const [screen, path, width] of [
    ["options", "options.html", 400],
    ["sidepanel", "sidepanel.html", 400],
    ["editor", `editor.html?guide=${GUIDE}`, 1280],
    ["guides", "editor.html", 1280],
  ] as const) {
    const page = await openAs(waymark, path, { width, ...look });
    await shoot(page, screen);
    await page.close();
  }
  const page = await openAs(waymark, "console.html", look);
  const links = page.locator(".nav-link");
  await links.first().waitFor({ state: "attached" });
  for (const address of await links.evaluateAll((all) =>
    all.map((one) => (one as HTMLAnchorElement).hash),
  )) {
    const section = address.slice(1);
    await page.evaluate((to) => location.assign(to), address);
    await page.locator(`.nav-link[href="${address}"][aria-current]`).waitFor({ state: "attached" });
    await shoot(page, `console-${section}`);
    // The views of the section; the other switch is the period.
    const views = page
      .locator("fieldset.segmented")
      .filter({ hasNot: page.locator(PERIODS) })
      .first()
      .locator("label");
    for (let view = 1; view < (await views.count()); view++) {
      await views.nth(view).click();
      await shoot(page, `console-${section}-${view + 1}`);
    }
  }
  await page.close();
  console.log(`screens, ${name}`);
}

async function openAs(waymark: Waymark, path: string, look: Look): Promise<Page> {
  const page = await waymark.openPage(path);
  await page.setViewportSize({ width: look.width ?? 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce", ...look.media });
  const language = look.language ?? "en";
  await page.evaluate((chosen) => localStorage.setItem("waymark.language", chosen), language);
  await page.reload();
  return page;
}
