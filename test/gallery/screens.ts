import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "@playwright/test";
import { inviteColleagues, inviteCustomers } from "../demo/colleagues.ts";
import { createProgress } from "../demo/progress.ts";
import { publishDemoContent, readDemoContent } from "../support/demo-content.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { shootConsole, shootLoading } from "./console-screens.ts";
import { FULL, fillConsole } from "./fill-console.ts";

/**
 * Screenshots of the extension's own pages in every look and state, for people to look at:
 * `npm run gallery -- screens`, or of some pages or sections of the console, `npm run gallery -- screens review import`.
 */

const FOLDER = join(import.meta.dirname, "../../demo-output/screens");
/** Of the demo. */
const GUIDE = "create-your-first-flow";

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

/** `wanted`: sections of the console, by their names in its address; none: every page there is. */
export async function shootScreens(wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const [full, empty, waymark] = await Promise.all([
    startServer(FULL),
    startServer(),
    launchWaymark(),
  ]);
  try {
    await publishDemoContent(full, await readDemoContent());
    await full.api("PUT", "/v1/settings/sync", { events: "features" });
    await inviteColleagues({ server: full }, createProgress());
    await inviteCustomers({ server: full }, createProgress());
    const customer = await fillConsole(full);
    await signIn(waymark, full, { user: "ada@example.com", account: "acme" });
    for (const [name, look] of Object.entries(LOOKS)) {
      await shootAll(waymark, { name, look, wanted, customer });
    }
    await shootSlow(waymark, wanted, customer);
    // Nobody is there, and no account.
    await waymark.send("connection.disconnect", {});
    await signIn(waymark, empty, {});
    await shootAll(waymark, { name: "empty", look: {}, wanted, customer });
    await empty.dispose();
    await shootAll(waymark, { name: "failed", look: {}, wanted, customer });
    console.log(`in ${relative(process.cwd(), FOLDER)}`);
  } finally {
    await waymark.close();
    await Promise.all([full.dispose(), empty.dispose()]);
  }
}

async function signIn(
  waymark: Waymark,
  server: WaymarkServer,
  who: { user?: string; account?: string },
): Promise<void> {
  await waymark.connect(server, { site: "http://127.0.0.1/", ...who });
  await waymark.send("console.token", { token: server.adminToken });
}

interface Shooting {
  name: string;
  look: Look;
  wanted: readonly string[];
  /** Whose review is shown. */
  customer: string | undefined;
}

async function shootAll(
  waymark: Waymark,
  { name, look, wanted, customer = "" }: Shooting,
): Promise<void> {
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
    ["review", `review.html?account=${encodeURIComponent(customer)}`, 1000],
  ] as const) {
    if (wanted.length > 0 && !wanted.includes(screen)) continue;
    const page = await openAs(waymark, path, { width, ...look });
    await shoot(page, screen);
    await page.close();
  }
  const page = await openAs(waymark, "console.html", look);
  page.setDefaultTimeout(10_000);
  await shootConsole(page, shoot, wanted);
  await page.close();
  console.log(`screens, ${name}`);
}

async function shootSlow(
  waymark: Waymark,
  wanted: readonly string[],
  customer = "",
): Promise<void> {
  const page = await openAs(waymark, "console.html", {});
  await page.locator(".nav-link").first().waitFor({ state: "attached" });
  const take = async (target: Page, screen: string) => {
    await target.screenshot({ path: join(FOLDER, `${screen}-loading.png`) });
  };
  await shootLoading(page, take, { wanted, customer });
  await page.close();
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
