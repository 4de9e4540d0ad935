import { expect, type Page, test } from "@playwright/test";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

/** Only the real extension can look into closed shadow roots. */

const rotate = anchorTo({ tag: "button", role: "button", name: "Rotate key", text: "Rotate key" });
const name = anchorTo({ tag: "input", name: "Key name", label: "Key name", id: "name" });
const TOUR = guide(
  [
    step("rotate", { anchor: rotate, advance: { on: "click" } }),
    step("name", { anchor: name, advance: { on: "input" } }),
    step("end"),
  ],
  { trigger: { start: "auto", when: { type: "page", url: { path: "/closed-root.html" } } } },
);

type Host = typeof globalThis & { rotate: HTMLElement; scroller: HTMLElement };

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { guides: [TOUR] });
});
test.afterAll(() => stage.end());

const card = (page: Page, id: string) => page.getByRole("dialog", { name: `Title of ${id}` });

/** How far the ring is from a box of the page, px. */
async function offset(
  page: Page,
  boxOf: () => { x: number; y: number; width: number; height: number },
) {
  const box = await page.evaluate(boxOf);
  const ring = await page.locator(".ring[data-on]").boundingBox({ timeout: 5_000 });
  if (!ring) return Number.POSITIVE_INFINITY;
  const [dx, dy] = [
    ring.x + ring.width / 2 - box.x - box.width / 2,
    ring.y + ring.height / 2 - box.y - box.height / 2,
  ];
  return Math.round(Math.hypot(dx, dy));
}

test("A17: what stands in closed shadow roots is found, followed, watched and used", async () => {
  const page = await stage.visit("/closed-root.html");
  const button = () => (globalThis as Host).rotate.getBoundingClientRect().toJSON();
  await expect(card(page, "rotate")).toContainText("Click the highlighted spot");
  await expect.poll(() => offset(page, button)).toBeLessThanOrEqual(1);

  await page.evaluate(() => (globalThis as Host).scroller.scrollTo(0, 60));
  await expect.poll(() => offset(page, button)).toBeLessThanOrEqual(1);

  await page.evaluate(() => (globalThis as Host).rotate.toggleAttribute("disabled", true));
  await expect(card(page, "rotate")).toContainText("It cannot be used yet.");
  await page.evaluate(() => (globalThis as Host).rotate.removeAttribute("disabled"));
  await expect(card(page, "rotate")).toContainText("Click the highlighted spot");

  const { x, y, width, height } = await page.evaluate(button);
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(card(page, "name")).toContainText("Fill in the highlighted field");

  const field = () => document.getElementById("name")?.getBoundingClientRect().toJSON();
  await page.evaluate(() => (globalThis as Host).scroller.scrollTo(0, 10));
  await expect.poll(() => offset(page, field)).toBeLessThanOrEqual(1);
  await page.locator("#name").fill("first");
  await page.locator("#name").blur();
  await expect(card(page, "end")).toBeVisible();
});
