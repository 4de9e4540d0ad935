import { orderOf } from "./support/guides.ts";
import { HOST } from "./support/kind-host.ts";
import { example } from "./support/kinds.ts";
import { expect, test } from "./support/page.ts";

const confirmation = example("confirmation");
const WORDS = "This cannot be undone. A new report replaces the draft that you have open.";

test("T43: a warning is there before the click, and the click goes through untouched in the same task", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(confirmation), true);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const button = document.getElementById("report");
    for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
      addEventListener(type, () => queueMicrotask(() => heard.push(`after ${type}`)), {
        capture: true,
        once: true,
      });
      button?.addEventListener(type, (event) => heard.push(`${type} ${event.defaultPrevented}`));
    }
  });
  const note = page.getByRole("note", { name: "This cannot be undone" });
  await expect(page.locator("waymark-overlay")).toHaveCount(1);
  await expect(note).toHaveCount(0);
  await page.locator("#report").hover();
  await expect(note).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  const heard = await page.evaluate<string[]>("heard");
  expect(heard.filter((entry) => !entry.startsWith("after"))).toEqual([
    "pointerdown false",
    "mousedown false",
    "pointerup false",
    "mouseup false",
    "click false",
  ]);
  // Between the host's first and last listener of an event nothing waits for anything.
  expect(heard.indexOf("click false") - heard.indexOf("after click")).toBe(1);
  expect((await world.call("reports")).map(({ action }) => action)).toEqual([
    "started",
    "step_shown",
  ]);
});

test("T43: it stays while the pointer is in it, goes with it, and never takes the focus", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await page.locator("#search").focus();
  await world.call("play", orderOf(confirmation, { startedBy: "manual" }), true);
  const note = page.getByRole("note");
  await page.locator("#report").hover();
  await expect(page.getByRole("status")).toHaveText(WORDS);
  await note.hover();
  await note.click();
  await expect(page.locator("#search")).toBeFocused();
  await page.mouse.move(500, 400);
  await expect(note).toHaveCount(0);
  await page.locator("#report").hover();
  await note.getByRole("button", { name: "Close" }).click();
  await expect(note).toHaveCount(0);
  await page.mouse.move(500, 400);
  await page.locator("#report").hover();
  await note.getByRole("button", { name: "Don't warn me again" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect((await world.call("reports")).map(({ action }) => action)).toEqual([
    "started",
    "step_shown",
    "dismissed",
  ]);
});

test("T43: the keyboard brings it too, it is said each time, and Escape puts it away", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(confirmation), true);
  const note = page.getByRole("note");
  for (let times = 0; times < 2; times++) {
    await page.locator("#search").focus();
    await expect(note).toHaveCount(0);
    await expect(page.getByRole("status")).toHaveText("");
    await page.keyboard.press("Shift+Tab");
    await expect(page.locator("#report")).toBeFocused();
    await expect(note).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(WORDS);
  }
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await expect(page.locator("#report")).toBeFocused();
});

test("T43: a finger that presses is warned until it presses elsewhere", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(confirmation), true);
  await page.evaluate(() => {
    document.getElementById("report")?.addEventListener("click", () => {
      document.body.dataset.clicked = "true";
    });
  });
  const client = await page.context().newCDPSession(page);
  const touch = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    const at = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await touch("#report");
  await expect(page.getByRole("note")).toBeVisible();
  await expect(page.locator("body[data-clicked]")).toHaveCount(1);
  await touch("h1");
  await expect(page.getByRole("note")).toHaveCount(0);
});

test("T43: where there is no room beside it, the warning never lies between the person and the control", async ({
  openPage,
}) => {
  const middle = "#report { position: fixed; left: 40px; top: 60px; width: 240px; height: 136px }";
  const { page, world } = await openPage(HOST.replace("</style>", `${middle}</style>`));
  await page.setViewportSize({ width: 320, height: 256 });
  await world.call("play", orderOf(confirmation), true);
  await page.locator("#report").hover();
  const note = page.getByRole("note");
  await expect(note).toBeVisible();
  const box = await note.boundingBox();
  await page.locator("#report").evaluate((button) =>
    button.addEventListener("click", () => {
      button.dataset.clicked = "true";
    }),
  );
  await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 6);
  await expect(page.locator("#report")).toHaveAttribute("data-clicked", "true");
});
