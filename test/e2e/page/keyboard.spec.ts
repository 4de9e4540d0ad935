import { listen } from "../a11y/voice.ts";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title><body>
  <label>Search <input id="search"></label><button id="report">New report</button>
  <script>
    window.keys = [];
    addEventListener("keydown", (event) => keys.push(event.key + (event.defaultPrevented ? "!" : "")));
  </script></body></html>`;

const target = anchorTo({ tag: "button", name: "New report", id: "report" });
const tour = guide([step("one", { anchor: target }), step("two", { anchor: target })]);
const modal = guide([step("news")], { kind: "modal" });

test("T26: a guide that started by itself never takes the focus", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(tour), true);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("still mine");
  await expect(page.locator("#search")).toHaveValue("still mine");
});

test("T26: a guide that was asked for takes the focus and gives it back", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(tour, { startedBy: "manual" }), true);
  await expect(page.getByRole("dialog", { name: "Title of one" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Not now" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Done" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await expect(page.locator("#search")).toBeFocused();
});

test("T26: when the focused button goes, the card keeps the focus", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const of = guide([step("one"), step("press", { anchor: target, advance: { on: "click" } })]);
  await world.call("play", orderOf(of, { startedBy: "manual" }), true);
  await page.getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Title of press" })).toBeFocused();
});

test("T27: Escape in the card ends the guide and does not reach the host", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(tour, { startedBy: "manual" }), true);
  await expect(page.getByRole("dialog")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect(await page.evaluate("keys")).toEqual([]);
  expect((await world.call("reports")).at(-1)?.action).toBe("dismissed");
});

test("T27: Escape in the page ends the guide, and the host sees it too", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(tour), true);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.locator("#search").press("Escape");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.locator("#report").press("Escape");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect(await page.evaluate("keys")).toEqual(["Escape", "Escape"]);
});

test("T28: a modal blocks the page, holds the focus and gives it back", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(modal), true);
  const dialog = page.getByRole("dialog", { name: "Title of news" });
  await expect(dialog).toBeFocused();
  await expect(dialog).toHaveAttribute("aria-modal", "true");
  await expect(page.locator("#report").click({ timeout: 500 })).rejects.toThrow();
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("search");
  }
  await page.keyboard.press("Escape");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await expect(page.locator("#search")).toBeFocused();
});

test("T29: each step is announced once", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const heard = await listen(world);
  await world.call("play", orderOf(tour), true);
  await expect(page.getByRole("dialog", { name: "Title of one" })).toBeVisible();
  await page.evaluate(() => {
    const old = document.getElementById("report");
    old?.replaceWith(old.cloneNode(true));
  });
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("dialog", { name: "Title of two" })).toBeVisible();
  await expect.poll(heard).toEqual(["Step 1 of 2. Title of one", "Step 2 of 2. Title of two"]);
});
