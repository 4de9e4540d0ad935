import type { Page } from "@playwright/test";
import { guide, orderOf, step } from "../page/support/guides.ts";
import { expect, test } from "../page/support/page.ts";
import { actions, BUTTON, card, errorsOf, host, report } from "./host.ts";

const TOUR = guide([step("one", { anchor: report }), step("two")]);

/** Whether the middle of the Next button is ours to click. */
async function isOnTop(page: Page): Promise<boolean> {
  const box = await page.getByRole("button", { name: "Next" }).boundingBox();
  if (!box) return false;
  return page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y)?.localName === "waymark-overlay",
    [box.x + box.width / 2, box.y + box.height / 2] as const,
  );
}

test("driver.js#593, driver.js#532, intro.js#2030: the card is above a dialog of the host, and its target inside", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(`<dialog>${BUTTON}<p>Sure?</p></dialog>`));
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await world.call("play", orderOf(TOUR), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  expect(await isOnTop(page)).toBe(true);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "two")).toBeVisible();
});

test("driver.js#593: a dialog and a popover that open later do not bury the card", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`${BUTTON}<dialog style="inset: 0; width: 100%; height: 100%">Wide</dialog>
      <div id="pop" popover="manual" style="inset: 0; width: 100%; height: 100%">Menu</div>`),
  );
  await world.call("play", orderOf(guide([step("one"), step("two"), step("three")])), true);
  await expect(card(page, "one")).toBeVisible();
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await expect.poll(() => isOnTop(page)).toBe(true);
  await page.getByRole("button", { name: "Next" }).click();
  await page.evaluate(() => document.querySelector("dialog")?.close());
  await expect(card(page, "two")).toBeVisible();
  await page.evaluate(() => document.getElementById("pop")?.showPopover());
  await expect.poll(() => isOnTop(page)).toBe(true);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "three")).toBeVisible();
});

test("intro.js#750, intro.js#752, intro.js#50, intro.js#109, intro.js#1202: stacking contexts of the host are left alone, and none of them covers the guide", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`<div id="under" style="position: relative; z-index: 1; opacity: .99; transform: scale(1)">${BUTTON}</div>
      <header style="position: fixed; inset: 0 0 auto; z-index: 2147483647; height: 40px">Bar</header>
      <footer style="position: fixed; inset: 50px 0 0; z-index: 2147483647; pointer-events: none">Veil</footer>`),
  );
  const markup = () => page.evaluate(() => document.body.outerHTML);
  const before = await markup();
  await world.call("play", orderOf(TOUR), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  expect(await isOnTop(page)).toBe(true);
  expect(await markup()).toBe(before);
});

test("shepherd#539, shepherd#890, reactour#487: a control in nested shadow roots is found, pointed at, and its click leads on", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`<my-shell></my-shell><script>
      const inner = (host, html) => { const root = host.attachShadow({ mode: "open" });
        root.setHTMLUnsafe(html); return root; };
      const root = inner(document.querySelector("my-shell"), "<my-bar></my-bar>");
      inner(root.querySelector("my-bar"), '${BUTTON}');</script>`),
  );
  const of = guide([step("press", { anchor: report, advance: { on: "click" } }), step("two")]);
  await world.call("play", orderOf(of), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  await page.locator("my-bar button").click();
  await expect(card(page, "two")).toBeVisible();
  expect(await actions(world)).toContain("step_completed press");
});

test("intro.js#680: plays under a strict content security policy", async ({ openPage }) => {
  const csp = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const { page, world } = await openPage(host(BUTTON), { csp });
  const errors = errorsOf(page);
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await world.call("play", orderOf(TOUR), true);
  await expect(card(page, "one")).toHaveCSS("position", "fixed");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(card(page, "two")).toBeVisible();
  expect([...errors, ...refused]).toEqual([]);
});
