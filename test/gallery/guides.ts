import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { withArabic } from "../e2e/page/support/arabic.ts";
import { orderOf } from "../e2e/page/support/guides.ts";
import { HOST, open } from "../e2e/page/support/kind-host.ts";
import { example, exampleKinds } from "../e2e/page/support/kinds.ts";
import type { World } from "../e2e/page/support/world.ts";
import { bundleScript } from "../support/bundle.ts";
import { ensureBrowser } from "../support/install-browser.ts";
import { isolate } from "../support/isolate.ts";
import { LOOKS, type Look } from "./looks.ts";

const FOLDER = join(import.meta.dirname, "../../demo-output/gallery");
const WORLD = join(import.meta.dirname, "../e2e/page/support/world.ts");
const USUAL = { width: 900, height: 560 };

const DIALOG = `<dialog style="padding: 24px; border: 1px solid; border-radius: 8px; width: 60%">
  <h2>Share report</h2><p>Everybody with the link can read it.</p></dialog>`;

/** Screenshots of every guide kind, or of those that are `wanted`, in every look. */
export async function shootGuides(wanted: readonly string[]): Promise<void> {
  const kinds = exampleKinds().filter((kind) => wanted.length === 0 || wanted.includes(kind));
  const { path } = await ensureBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    for (const kind of kinds) {
      for (const [name, look] of Object.entries(LOOKS)) await shoot(browser, kind, name, look);
      console.log(`${kind}: ${Object.keys(LOOKS).length} screenshots`);
    }
    console.log(`in ${relative(process.cwd(), FOLDER)}`);
  } finally {
    await browser.close();
  }
}

async function shoot(
  browser: Browser,
  kind: Parameters<typeof example>[0],
  name: string,
  look: Look,
): Promise<void> {
  const context = await browser.newContext({
    viewport: look.size ?? USUAL,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce", ...look.media });
  await page.route("http://host.test/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: hostFor(look) }),
  );
  await page.goto("http://host.test/");
  // What a guide of the page points at lies in the dialog there.
  if (look.dialog) await page.evaluate(() => document.querySelector("dialog")?.showModal());
  const world = await isolate<World>(page, await bundleScript(WORLD));
  const order = orderOf(withArabic(example(kind)), { locales: [look.locale ?? "en"] });
  await world.call("play", order, true);
  await open(page, kind);
  // A tour is known by the step that points at something.
  if (kind === "tour") await page.locator("[data-command=advance]").click();
  await page.screenshot({ path: join(FOLDER, `${kind}-${name}.png`), animations: "disabled" });
  await context.close();
}

function hostFor({ dir, dialog }: Look): string {
  const page = dir ? HOST.replace("<html", `<html dir="${dir}"`) : HOST;
  if (!dialog) return page;
  return page.replace(/<main>([\s\S]*)<\/main>/, (_, inside) => {
    return `<main><h1>Reports</h1></main>${DIALOG.replace("</dialog>", `${inside}</dialog>`)}`;
  });
}
