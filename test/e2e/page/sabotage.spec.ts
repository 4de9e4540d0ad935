import type { Page } from "@playwright/test";
import { guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title><body>
  <main><button id="report" onclick="this.dataset.used = 'yes'">New report</button></main></body></html>`;

const TOUR = guide([step("one"), step("two")]);
const card = (page: Page, id: string) => page.getByRole("dialog", { name: `Title of ${id}` });

type Overlay = HTMLElement;

/** What hosts do to elements that they do not know. Each runs in the page. */
const DEEDS: Record<string, (overlay: Overlay) => void> = {
  "is removed": (overlay) => overlay.remove(),
  "is made inert": (overlay) => overlay.toggleAttribute("inert", true),
  "is hidden from screen readers": (overlay) => overlay.setAttribute("aria-hidden", "true"),
  "is taken out of the top layer": (overlay) => overlay.hidePopover(),
  "is no popover any more": (overlay) => overlay.removeAttribute("popover"),
  "is moved elsewhere": (overlay) => document.querySelector("main")?.append(overlay),
};

/** What cannot be done to it at all. */
const VAIN: Record<string, (overlay: Overlay) => void> = {
  "is hidden by styles": (overlay) => {
    overlay.style.cssText = `display: none !important; opacity: 0 !important; visibility: hidden !important;
      transform: translateX(-9999px) !important; clip-path: inset(50%) !important; content-visibility: hidden !important`;
  },
  "is hidden by an attribute": (overlay) => {
    overlay.hidden = true;
  },
};

/** What happens to all of the page. */
const RESETS: Record<string, () => void> = {
  "has its page's body replaced": () => {
    const body = document.createElement("body");
    body.append(...document.body.childNodes);
    document.body.replaceWith(body);
  },
};

const once = (page: Page, deed: (overlay: Overlay) => void) =>
  page.evaluate(`(${deed})(document.querySelector("waymark-overlay"))`);

async function expectWholeAgain(page: Page, errors: readonly string[]) {
  await expect(card(page, "one")).toBeVisible();
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector("waymark-overlay")?.matches(":popover-open")),
    )
    .toBe(true);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "two")).toBeVisible();
  await page.click("#report");
  await expect(page.locator("#report")).toHaveAttribute("data-used", "yes");
  expect(errors).toEqual([]);
}

for (const [what, deed] of Object.entries({ ...DEEDS, ...VAIN, ...RESETS })) {
  test(`T22: when the overlay ${what}, the guide goes on and the host too`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(HOST);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await world.call("play", orderOf(TOUR), true);
    await expect(card(page, "one")).toBeVisible();
    await once(page, deed as (overlay: Overlay) => void);
    await expectWholeAgain(page, errors);
  });
}

type Counting = typeof globalThis & { deeds: number };

for (const [what, deed] of Object.entries(DEEDS)) {
  test(`T22: when the overlay ${what} whenever it is back, the guide ends with a report, and nobody goes on and on`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(HOST);
    await world.call("play", orderOf(TOUR), true);
    await expect(card(page, "one")).toBeVisible();
    await page.evaluate(`{
      globalThis.deeds = 0;
      const deed = ${deed};
      const insist = () => {
        const overlay = document.querySelector("waymark-overlay");
        const whole = overlay?.matches(":popover-open:not([inert], [aria-hidden])") && overlay.parentNode === document.documentElement;
        if (!whole) return;
        deeds++;
        deed(overlay);
      };
      new MutationObserver(insist).observe(document, { subtree: true, childList: true, attributes: true });
      addEventListener("toggle", insist, true);
      insist();
    }`);
    await expect
      .poll(async () => (await world.call("reports")).at(-1)?.reason, { timeout: 15_000 })
      .toMatch(/^end: error/);
    await expect(page.locator("waymark-overlay")).toHaveCount(0);
    expect(await page.evaluate(() => (globalThis as Counting).deeds)).toBeLessThanOrEqual(6);
    await page.click("#report");
    await expect(page.locator("#report")).toHaveAttribute("data-used", "yes");
  });
}

test("T22: when the document is written anew, which makes every listener deaf, the guide ends with a report", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(TOUR), true);
  await expect(card(page, "one")).toBeVisible();
  await page.evaluate(() => {
    const { outerHTML } = document.querySelector("main") as Element;
    document.open();
    document.write(`<!doctype html><title>Again</title><body>${outerHTML}`);
    document.close();
  });
  await expect
    .poll(async () => (await world.call("reports")).at(-1)?.reason)
    .toBe("end: error: Error: the page was written anew");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await page.click("#report");
  await expect(page.locator("#report")).toHaveAttribute("data-used", "yes");
});
