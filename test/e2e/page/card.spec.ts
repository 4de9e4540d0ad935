import type { Page } from "@playwright/test";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const CSP =
  "default-src 'none'; script-src 'none'; style-src 'nonce-host'; require-trusted-types-for 'script'; trusted-types 'none'";

const HOSTILE = `<!doctype html><html lang="en"><head><title>Host</title><style nonce="host">
  * { all: unset !important; color: fuchsia !important; font: italic 30px fantasy !important;
      text-transform: uppercase !important; display: inline-block !important }
  head, head * { display: none !important }
  waymark-overlay, div { opacity: 0 !important; transform: scale(.1) !important; visibility: hidden !important }
  main { visibility: visible !important }
</style></head><body><main><h1>Reports</h1><button id="target">New report</button></main></body></html>`;

const target = anchorTo({ tag: "button", name: "New report" });
const tour = guide([step("one", { anchor: target }), step("two")]);

/** Computed styles and attributes of everything that belongs to the host. */
function hostState(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify(
      [...document.querySelectorAll("html, head *, body, body *")].map((element) => [
        element.outerHTML.length,
        element.getAttributeNames(),
        [...getComputedStyle(element)].map((name) =>
          getComputedStyle(element).getPropertyValue(name),
        ),
      ]),
    ),
  );
}

test("T14: hostile CSS and a strict CSP leave the card intact and the host unchanged", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOSTILE, { csp: CSP });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const before = await hostState(page);
  await world.call("play", orderOf(tour), true);
  const card = page.getByRole("dialog", { name: "Title of one" });
  await expect(card).toBeVisible();
  await expect(card).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(card).toHaveCSS("opacity", "1");
  await expect(card.getByRole("heading", { level: 2 })).toHaveCSS("text-transform", "none");
  await expect(card.getByRole("button", { name: "Next" })).toHaveCSS("font-size", "14px");
  const overlay = page.locator("waymark-overlay");
  await expect(overlay).toHaveCSS("opacity", "1");
  await expect(overlay).toHaveCSS("transform", "none");
  await card.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("dialog", { name: "Title of two" })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(overlay).toHaveCount(0);
  expect(await hostState(page)).toBe(before);
  expect(complaints).toEqual([]);
});

test("T15: in production the root is closed to the page", async ({ openPage }) => {
  const { page, world } = await openPage(HOSTILE, { csp: CSP });
  await world.call("play", orderOf(tour), false);
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  expect(
    await page.evaluate(() => document.querySelector("waymark-overlay")?.shadowRoot),
  ).toBeNull();
  await expect
    .poll(() => world.call("reports"))
    .toContainEqual(expect.objectContaining({ action: "step_shown", step: "one" }));
});

test("T16: in a window of 320 × 256 px everything can be reached", async ({ openPage }) => {
  const { page, world } = await openPage(
    `<!doctype html><html lang="en"><title>Host</title><main><button>New report</button></main></html>`,
  );
  await page.setViewportSize({ width: 320, height: 256 });
  const long = Array.from({ length: 12 }, (_, i) => `Sentence ${i} of a long text.`).join(" ");
  const body = {
    en: [{ type: "paragraph" as const, children: [{ type: "text" as const, text: long }] }],
  };
  await world.call(
    "play",
    orderOf(guide([step("one", { anchor: target, body }), step("two")])),
    true,
  );
  const next = page.getByRole("button", { name: "Next" });
  await expect(next).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  for (const button of await page.getByRole("dialog").getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  await expect(page.locator("#body")).toHaveAttribute("tabindex", "0");
});

test("T17: links leave in a new tab without a referrer, and unsafe ones are only text", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOSTILE);
  const link = (href: string, text: string) => ({
    type: "link" as const,
    href,
    children: [{ type: "text" as const, text }],
  });
  const children = [link("https://docs.test/a", "Good"), link("javascript:alert(1)", "Bad")];
  const body = { en: [{ type: "paragraph" as const, children }] };
  await world.call("play", orderOf(guide([step("one", { body })])), true);
  const good = page.getByRole("link", { name: "Good (opens in a new tab)" });
  await expect(good).toHaveAttribute("target", "_blank");
  await expect(good).toHaveAttribute("rel", "noopener noreferrer");
  await expect(page.getByRole("link")).toHaveCount(1);
  await expect(page.getByText("Bad")).toBeVisible();
});

test("T18: labels and texts follow the locales of the order", async ({ openPage }) => {
  const { page, world } = await openPage(HOSTILE);
  await world.call("play", orderOf(tour, { locales: ["ru-RU", "en"] }), true);
  await expect(page.getByRole("dialog", { name: "Заголовок one" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Далее" })).toBeVisible();
  await expect(page.getByText("1 из 2", { exact: true })).toBeVisible();
});
