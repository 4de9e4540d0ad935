import type { Page } from "@playwright/test";
import { guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title><body><h1>Reports</h1>
  <div popover="manual" id="news" style="inset: 0; width: 100%; height: 100%; margin: 0">News</div>
  <dialog style="width: 90%; height: 90%">Sure?<div popover="manual" id="help"
    style="inset: 0; width: 100%; height: 100%; margin: 0">Help</div></dialog></body></html>`;
const tour = orderOf(guide([step("one"), step("two")]), { startedBy: "manual" });

/** What a person would hit in the middle of the card. */
async function hit(page: Page): Promise<string | undefined> {
  const box = await page.getByRole("dialog", { name: "Title of" }).boundingBox();
  if (!box) return undefined;
  return page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, [
    box.x + box.width / 2,
    box.y + box.height / 2,
  ] as const);
}

for (const [name, open] of Object.entries({
  "a popover": () => document.getElementById("news")?.showPopover(),
  "a modal dialog": () => document.querySelector("dialog")?.showModal(),
  "a popover in a modal dialog": () => {
    document.querySelector("dialog")?.showModal();
    document.getElementById("help")?.showPopover();
  },
})) {
  test(`T23: ${name} that the host opens later does not lie above the card, which stays usable`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(HOST);
    await world.call("play", tour, true);
    await expect(page.getByRole("dialog", { name: "Title of one" })).toBeFocused();
    await page.evaluate(open);
    await expect.poll(() => hit(page)).toBe("waymark-overlay");
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByRole("dialog", { name: "Title of two" })).toBeVisible();
  });
}
