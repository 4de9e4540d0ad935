import type { Page } from "@playwright/test";
import type { Isolated } from "../../support/isolate.ts";
import { orderOf } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { example } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";
import type { World } from "./support/world.ts";

const hotspot = example("hotspot");
const hint = example("hint");

const beacon = (page: Page) => page.getByRole("button", { name: "Hint: Reports can be shared" });
const actions = async (world: Isolated<World>) =>
  (await world.call("reports")).map(({ action }) => action);

test("T32: a hotspot says once that it is there, takes nothing, and opens with the keyboard", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(hotspot), true);
  await expect(beacon(page)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Hint: Reports can be shared");
  await expect(page.locator("#search")).toBeFocused();
  expect(await actions(world)).toEqual(["started"]);

  await page.keyboard.press("Tab");
  await expect(beacon(page)).toBeFocused();
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog", { name: "Reports can be shared" });
  await expect(card).toBeFocused();
  await expect(beacon(page)).toHaveAttribute("aria-expanded", "true");
  await expect.poll(() => actions(world)).toEqual(["started", "step_shown"]);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(beacon(page)).toBeFocused();

  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Got it" }).press("Enter");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect(await actions(world)).toEqual(["started", "step_shown", "step_completed", "completed"]);
});

test("T32: the beacon stands at its element's corner, follows it, and goes where it goes", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(hotspot), true);
  const distance = async () => {
    const [dot, target] = [
      await beacon(page).boundingBox(),
      await page.locator("#report").boundingBox(),
    ];
    if (!dot || !target) return Number.NaN;
    const [x, y] = [dot.x + dot.width / 2, dot.y + dot.height / 2];
    return Math.round(Math.hypot(x - target.x - target.width, y - target.y));
  };
  await expect.poll(distance).toBeLessThanOrEqual(1);
  await page.evaluate(() => document.querySelector("h1")?.append(document.createElement("hr")));
  await expect.poll(distance).toBeLessThanOrEqual(1);
  await page.evaluate(() => document.getElementById("report")?.setAttribute("hidden", ""));
  await expect(beacon(page)).toHaveCount(0);
  await page.evaluate(() => document.getElementById("report")?.removeAttribute("hidden"));
  await expect(beacon(page)).toBeVisible();
  expect(await actions(world)).toEqual(["started"]);
});

test("T32: a hotspot whose element is not in the page is nowhere, and is no dismissal", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST.replace('id="report"', 'id="report" hidden'), {
    hasty: true,
  });
  await world.call("play", orderOf(hotspot), true);
  await expect.poll(() => actions(world), { timeout: 10_000 }).toContain("target_missing");
  await expect(page.locator(".card, .beacon")).toHaveCount(0);
  await page.evaluate(() => document.getElementById("report")?.removeAttribute("hidden"));
  await expect(beacon(page)).toBeVisible();
});

test("T33: a hint is there while its field has the focus, and is read without taking it", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(hint, { startedBy: "manual" }), true);
  const note = page.getByRole("note", { name: "Search by owner" });
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  await expect(note).toHaveCount(0);
  await page.locator("#search").focus();
  await expect(note).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(
    "Search by owner. Write owner:anna to find the reports of one person.",
  );
  await page.keyboard.type("own");
  await note.click();
  await page.keyboard.type("er");
  await expect(page.locator("#search")).toHaveValue("owner");
  await page.locator("#report").focus();
  await expect(note).toHaveCount(0);
  await expect.poll(() => actions(world)).toContain("completed");
});

test("T33: Escape in the field puts a hint away until the field is entered again", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener("keydown", (event) => heard.push(event.key + event.defaultPrevented));
  });
  await page.locator("#search").focus();
  await world.call("play", orderOf(hint), true);
  const note = page.getByRole("note");
  await expect(note).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  expect(await page.evaluate("heard")).toEqual(["Escapefalse"]);
  await page.locator("#report").focus();
  await page.locator("#search").focus();
  await expect(note).toBeVisible();
  await note.getByRole("button", { name: "Close" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await expect(page.locator("#search")).toBeFocused();
  expect((await actions(world)).at(-1)).toBe("dismissed");
});
