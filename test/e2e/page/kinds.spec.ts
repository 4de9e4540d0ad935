import AxeBuilder from "@axe-core/playwright";
import { orderOf } from "./support/guides.ts";
import { HOST, open } from "./support/kind-host.ts";
import { example, exampleKinds } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";

const LOOKS = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" } } as const;

for (const kind of exampleKinds()) {
  for (const [name, look] of Object.entries(LOOKS)) {
    test(`T16: a ${kind} is clean for axe in ${name}`, async ({ openNext }) => {
      const { page, world } = await openNext(HOST);
      await page.emulateMedia({ ...look, reducedMotion: "reduce" });
      await world.call("play", orderOf(example(kind)), true);
      await open(page, kind);
      const axe = new AxeBuilder({ page }).include("waymark-overlay").setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect(violations).toEqual([]);
    });
  }

  for (const dir of ["ltr", "rtl"]) {
    test(`T16: everything of a ${kind} can be reached in 320 × 256 px, ${dir}`, async ({
      openNext,
    }) => {
      const { page, world } = await openNext(HOST.replace("<html", `<html dir="${dir}"`));
      await page.setViewportSize({ width: 320, height: 256 });
      await world.call("play", orderOf(example(kind), { locales: ["ru"] }), true);
      const card = await open(page, kind);
      for (const control of await card.locator("button, a, input, textarea, label").all()) {
        if (!(await control.isVisible())) continue;
        await control.scrollIntoViewIfNeeded();
        await expect(control).toBeInViewport({ ratio: 0.99 });
        const box = await control.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(20);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
    });
  }
}
