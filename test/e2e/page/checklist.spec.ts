import type { Page } from "@playwright/test";
import type { Isolated } from "../../support/isolate.ts";
import { orderOf } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { example } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";
import type { World } from "./support/world.ts";

const checklist = example("checklist");
const ITEMS = checklist.steps.map(({ id }) => id);

const launcher = (page: Page) => page.getByRole("button", { name: /^First steps/ });
const card = (page: Page) => page.getByRole("dialog", { name: "First steps" });
const told = async (world: Isolated<World>) =>
  (await world.call("reports")).map(({ action, step }) => `${action} ${step}`);
const tick = (world: Isolated<World>, ...done: string[]) =>
  world.call("message", { name: "checklist", guide: checklist.id, done });

test("T39: a checklist says once how far the person is, takes nothing, and opens with the keyboard", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(checklist, { items: ["look-around"] }), true);
  await expect(launcher(page)).toHaveAccessibleName("First steps 1 of 4");
  await expect(launcher(page)).toContainText("1 of 4");
  await expect(page.getByRole("status")).toHaveText(/^First steps: \d of 4 done$/);
  await expect(page.locator("#search")).toBeFocused();
  await expect(card(page)).toHaveCount(0);

  await launcher(page).focus();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  await expect(launcher(page)).toHaveAttribute("aria-expanded", "true");
  await expect(card(page).getByRole("listitem").first()).toContainText("Done");
  await expect(card(page).getByRole("listitem").nth(1)).not.toContainText("Done");
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(launcher(page)).toBeFocused();
  expect(await told(world)).toEqual([
    "started look-around",
    "step_completed look-around",
    ...ITEMS.map((id) => `step_shown ${id}`),
  ]);
});

test("T39: what is done is ticked as it happens; when all is, that is said and the rest is quiet", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(checklist), true);
  await launcher(page).click();
  await tick(world, "share-it");
  await expect(launcher(page)).toHaveAccessibleName("First steps 1 of 4");
  await expect(card(page).getByText("How sharing works")).toHaveCount(0);
  await tick(world);
  await expect(launcher(page)).toHaveAccessibleName("First steps 1 of 4");
  await tick(world, ...ITEMS);
  await expect(launcher(page)).toContainText("All done");
  const reports = await told(world);
  expect(reports.filter((report) => report.startsWith("step_completed"))).toHaveLength(4);
  expect(reports.at(-1)).toMatch(/^completed/);
  await card(page).getByRole("button", { name: "Got it" }).press("Enter");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect(await told(world)).toEqual(reports);
});

test("T39: it goes on where it was, and does not say again what was said", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  const before = { done: ["look-around", "share-it"], left: null };
  const items = ["look-around", "choose-plan"];
  const order = orderOf(checklist, { startedBy: "resume", before, items });
  await world.call("play", order, true);
  await expect(launcher(page)).toHaveAccessibleName("First steps 3 of 4");
  expect(await told(world)).toEqual(["step_completed choose-plan"]);
});

test("T39: an item can start another guide, and the list stays", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(checklist, { startedBy: "manual" }), true);
  await expect(card(page)).toBeFocused();
  await page.getByRole("button", { name: "Show me" }).click();
  expect(await world.call("asked")).toEqual(["first-report"]);
  await expect(card(page)).toBeVisible();
});

for (const [name, action] of [
  ["Not now", "snoozed"],
  ["Don't show again", "dismissed"],
] as const) {
  test(`T39: "${name}" puts it away as ${action}`, async ({ openPage }) => {
    const { page, world } = await openPage(HOST);
    await world.call("play", orderOf(checklist), true);
    await launcher(page).click();
    await page.getByRole("button", { name }).click();
    await expect(page.locator("waymark-overlay")).toHaveCount(0);
    expect((await told(world)).at(-1)).toMatch(new RegExp(`^${action}`));
  });
}

test("T37: the button stands in its corner, on the other side in a page from right to left, and off the field", async ({
  openPage,
}) => {
  const field =
    '<input id="low" style="position: fixed; inset-inline-end: 10px; bottom: 20px; width: 200px">';
  const { page, world } = await openPage(HOST.replace("</main>", `${field}</main>`));
  await page.setViewportSize({ width: 900, height: 560 });
  await world.call("play", orderOf(checklist), true);
  const corner = async () => {
    const { x = 0, y = 0 } = (await launcher(page).boundingBox()) ?? {};
    return `${y > 280 ? "bottom" : "top"} ${x > 450 ? "right" : "left"}`;
  };
  await expect.poll(corner).toBe("bottom right");
  await page.locator("#low").focus();
  await expect.poll(corner).toBe("bottom left");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect.poll(corner).toBe("bottom right");
  await page.evaluate(() => Object.assign(document.documentElement, { dir: "rtl" }));
  await page.setViewportSize({ width: 900, height: 559 });
  await expect.poll(corner).toBe("bottom left");
  await world.call("play", orderOf({ ...checklist, id: "two", placement: "top-start" }), true);
  const second = page.locator("waymark-overlay").nth(1).locator(".launcher");
  await expect.poll(async () => (await second.boundingBox())?.y).toBe(16);
});
