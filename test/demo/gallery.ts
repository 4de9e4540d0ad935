import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "@playwright/test";
import type { Progress } from "./progress.ts";
import type { Stage } from "./stage.ts";

export interface Gallery {
  /** For people, relative to where they are. */
  folder: string;
  shoot(page: Page, name: string): Promise<void>;
}

/** Screenshots of this run; those of the last one go. */
export async function openGallery(folder: string): Promise<Gallery> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return {
    folder: relative(process.cwd(), folder) || ".",
    shoot: async (page, name) => {
      await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    },
  };
}

/** The pages of the extension, each in light and dark. */
export async function shootPages(
  { waymark, page }: Stage,
  { heading, step }: Progress,
  gallery: Gallery,
): Promise<void> {
  heading("Screenshots of the extension's pages");
  const inBothSchemes = async (target: Page, name: string) => {
    await target.waitForLoadState("networkidle");
    await target.locator(".skeleton").first().waitFor({ state: "detached" });
    for (const colorScheme of ["light", "dark"] as const) {
      await target.emulateMedia({ colorScheme });
      await gallery.shoot(target, `${name}-${colorScheme}`);
    }
  };
  await step("Side panel", async () => inBothSchemes(await waymark.sidePanel(page), "side-panel"));
  await step("Options", async () => {
    const options = await waymark.openPage("options.html");
    await inBothSchemes(options, "options");
    await options.close();
  });
  await step("Console", async () => {
    const target = await waymark.openPage("console.html");
    const links = target.locator(".nav-link");
    await links.first().waitFor({ state: "attached" });
    for (const address of await links.evaluateAll((all) =>
      all.map((one) => (one as HTMLAnchorElement).hash),
    )) {
      const section = address.slice(1);
      await target.evaluate((to) => location.assign(to), address);
      await target
        .locator(`.nav-link[href="${address}"][aria-current]`)
        .waitFor({ state: "attached" });
      await inBothSchemes(target, `console-${section}`);
      // The views of the section; the other switch is the period.
      const switches = target.locator("fieldset.segmented");
      const views = switches
        .filter({ hasNot: target.locator('[value="30"]') })
        .first()
        .locator("label");
      for (let view = 1; view < (await views.count()); view++) {
        await views.nth(view).click();
        await inBothSchemes(target, `console-${section}-${view + 1}`);
      }
    }
    await target.close();
  });
}
