import AxeBuilder from "@axe-core/playwright";
import { localize } from "../../../lib/model/locale.ts";
import { plainText } from "../../../lib/tour/plain-text.ts";
import { withArabic } from "../page/support/arabic.ts";
import { orderOf } from "../page/support/guides.ts";
import { HOST } from "../page/support/kind-host.ts";
import { example, exampleKinds } from "../page/support/kinds.ts";
import { expect, test } from "../page/support/page.ts";
import { JOURNEYS } from "./journeys.ts";
import { keyboardOf } from "./keyboard.ts";
import { listen } from "./voice.ts";

const DIRECTIONS = { "left to right": ["ltr", "en"], "right to left": ["rtl", "ar"] } as const;
/** What is left of a window of 1280 × 1024 px. */
const SIZES = { "100 %": [1280, 1024], "400 %": [320, 256] } as const;
const COLOURS = { "own colours": "none", "forced colours": "active" } as const;

for (const kind of exampleKinds()) {
  const journey = JOURNEYS[kind];
  if (!journey) throw new Error(`nobody has tried a ${kind} without a mouse: journeys.ts`);
  const { from, takesFocus = false, walk, hears, ends, stays = false } = journey;
  for (const [direction, [dir, locale]] of Object.entries(DIRECTIONS)) {
    for (const [zoom, [width, height]] of Object.entries(SIZES)) {
      for (const [colours, forcedColors] of Object.entries(COLOURS)) {
        test(`T16: a ${kind} by keyboard, ${direction}, ${zoom}, ${colours}`, async ({
          openNext,
        }) => {
          const { page, world } = await openNext(HOST.replace("<html", `<html dir="${dir}"`));
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ forcedColors, reducedMotion: "reduce" });
          const heard = await listen(world);
          await page.locator(from).focus();

          const guide = withArabic(example(kind));
          await world.call("play", orderOf(guide, { locales: [locale] }), true);
          await expect(page.locator("waymark-overlay")).toHaveCount(1);
          const speaksAtOnce = kind !== "hint" && kind !== "confirmation";
          if (speaksAtOnce) await expect.poll(heard).toHaveLength(1);
          if (!takesFocus) await expect(page.locator(from)).toBeFocused();
          const axe = new AxeBuilder({ page }).include("waymark-overlay").setLegacyMode(true);
          expect((await axe.analyze()).violations).toEqual([]);

          const words = {
            name: localize(guide.name, [locale]),
            titles: guide.steps.map(({ title }) => localize(title, [locale])),
            texts: guide.steps.map(({ body }) => plainText(localize(body, [locale]))),
          };
          await walk(keyboardOf(page, world), words);
          if (stays) await expect(page.locator(".card")).toBeVisible();
          else await expect(page.locator("waymark-overlay")).toHaveCount(0);
          const last = async () => (await world.call("reports")).at(-1)?.action;
          await expect.poll(last).toBe(ends);
          expect(await heard()).toEqual(hears(words));
        });
      }
    }
  }
}
