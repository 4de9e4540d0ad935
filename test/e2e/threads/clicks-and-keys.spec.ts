import { guide, orderOf, step } from "../page/support/guides.ts";
import { expect, test } from "../page/support/page.ts";
import { actions, BUTTON, card, errorsOf, host, report } from "./host.ts";

const TOUR = guide([step("one", { anchor: report }), step("two")]);

test("shepherd#1873, shepherd#491, shepherd#1041: keys press buttons and skip no action", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(BUTTON));
  await world.call("play", orderOf(TOUR, { startedBy: "manual" }), true);
  await expect(card(page, "one")).toBeFocused();
  for (const key of ["ArrowRight", "ArrowLeft", "PageDown", "End"]) await page.keyboard.press(key);
  await expect(card(page, "one")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Space");
  await expect(card(page, "two")).toBeVisible();
  expect(await actions(world)).toContain("step_completed one");
});

test("shepherd#3442: a step waits until the value of a field is a valid one", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host('<label>E-mail <input id="mail" type="email" required></label>'),
  );
  const condition = { type: "element", selector: "#mail:valid", state: "present" } as const;
  const of = guide([step("fill", { advance: { on: "until", condition } }), step("thanks")]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "fill")).toBeVisible();
  await page.locator("#mail").pressSequentially("ada@");
  await expect(card(page, "fill")).toBeVisible();
  await page.locator("#mail").pressSequentially("example.com");
  await expect(card(page, "thanks")).toBeVisible();
});

test("joyride#490, reactour#603: a step is done when the next element appears", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`${BUTTON}<script>report.onclick = () => document.body.append(
      Object.assign(document.createElement("section"), { id: "editor", textContent: "Editor" }));</script>`),
  );
  const condition = { type: "element", selector: "#editor", state: "present" } as const;
  const of = guide([
    step("press", { anchor: report, advance: { on: "until", condition } }),
    step("edit"),
  ]);
  await world.call("play", orderOf(of), true);
  await expect(card(page, "press")).toBeVisible();
  await page.click("#report");
  await expect(card(page, "edit")).toBeVisible();
});

test("shepherd#1914: a modal hides the page behind from screen readers, and gives it back", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(`<h1>Reports</h1>${BUTTON}`));
  const of = guide([step("news")], { kind: "modal" });
  await world.call("play", orderOf(of), true);
  const dialog = card(page, "news");
  await expect(dialog).toBeFocused();
  await expect(dialog).toHaveAccessibleName("Title of news");
  await expect(dialog).toHaveAccessibleDescription("Text of news.");
  const tree = () => page.locator("body").ariaSnapshot();
  expect(await page.evaluate(() => document.querySelector("h1")?.matches(":modal"))).toBe(false);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("report");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect(await tree()).toContain("New report");
  await page.locator("#report").focus();
  await expect(page.locator("#report")).toBeFocused();
});

test("shepherd#3065: where the focus is can be seen on every control of the card", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(BUTTON));
  await world.call("play", orderOf(TOUR, { startedBy: "manual" }), true);
  await expect(card(page, "one")).toBeFocused();
  for (const name of ["Close", "Not now", "Next"]) {
    await page.keyboard.press("Tab");
    const button = page.getByRole("button", { name, exact: true });
    await expect(button).toBeFocused();
    await expect(button).toHaveCSS("outline-style", /solid|auto/);
    const width = await button.evaluate((el) =>
      Number.parseFloat(getComputedStyle(el).outlineWidth),
    );
    expect(width).toBeGreaterThanOrEqual(2);
  }
});

test("tinyhumansai/opencompany#2064, onborda#18: the page below a tour is used as ever, which is no Next", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`${BUTTON}<button id="other" onclick="this.dataset.clicked = 1">Other</button>
      <label>Search <input id="search"></label>`),
  );
  await world.call("play", orderOf(TOUR), true);
  await expect(card(page, "one")).toBeVisible();
  await page.click("#other");
  await expect(page.locator("#other")).toHaveAttribute("data-clicked", "1");
  await page.fill("#search", "orders");
  await expect(page.locator("#search")).toHaveValue("orders");
  await expect(card(page, "one")).toBeVisible();
});

test("posthog-js#3001: the host's button works while a tour points at it, and when the tour has failed", async ({
  openPage,
}) => {
  const { page, world } = await openPage(
    host(`${BUTTON}<script>
      window.clicks = [];
      addEventListener("click", (event) => {
        if (event.target === report) clicks.push([event.defaultPrevented, event.detail]);
      });</script>`),
  );
  const errors = errorsOf(page);
  await world.call("play", orderOf(TOUR), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  await page.click("#report");
  // The overlay is taken away as often as it comes, until it gives up.
  await page.evaluate(() => {
    const remove = () => document.querySelector("waymark-overlay")?.remove();
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
  });
  await expect
    .poll(async () => (await world.call("reports")).at(-1)?.reason, { timeout: 10_000 })
    .toContain("end: error");
  await page.click("#report");
  expect(await page.evaluate("clicks")).toEqual([
    [false, 1],
    [false, 1],
  ]);
  expect(errors).toEqual([]);
});

test("intro.js#1146, intro.js#842: a tour ends once, as completed or as dismissed", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(BUTTON));
  await world.call("play", orderOf(guide([step("one")])), true);
  await card(page, "one").locator(".next").dblclick();
  await page.keyboard.press("Escape");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  const ends = (await actions(world)).filter((entry) =>
    /^(completed|dismissed|snoozed)/.test(entry),
  );
  expect(ends).toEqual(["completed one"]);
});
