import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const HOST = `<!doctype html><html lang="en"><title>Host</title><body>
  <button id="report">New report</button><p style="height: 200px"></p>
  <button id="archive">Archive all</button></body></html>`;

const report = anchorTo({ tag: "button", name: "New report", id: "report" });
const archive = anchorTo({ tag: "button", name: "Archive all", id: "archive" });
const three = guide([
  step("one", { anchor: report }),
  step("two", { anchor: archive }),
  step("three", { anchor: report }),
]);

test("T56: a press that was meant for the last step does not skip the next one", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(three), true);
  const next = page.getByRole("button", { name: "Next" });
  await expect(next).toBeVisible();
  await next.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByRole("dialog", { name: "Title of two" })).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("dialog", { name: "Title of one" })).toBeVisible();
});

test("T57: the card goes on to the next target with its focus, and its voice says the step", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", orderOf(three, { startedBy: "manual" }), true);
  const card = page.getByRole("dialog");
  await expect(card).toBeFocused();
  await page.getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Title of two" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Next" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Step 2 of 3. Title of two");
});

test("T58: while its first target is looked for, a tour has put nothing into the page", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST.replace(/<button id="report".*?<\/button>/, ""));
  await world.call("play", orderOf(three), true);
  await world.evaluate("new Promise(requestIdleCallback)");
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.id = "report";
    button.textContent = "New report";
    document.body.prepend(button);
  });
  await expect(page.getByRole("dialog", { name: "Title of one" })).toBeVisible();
});

test("T58: what opens on demand has its voice in the page beforehand, also where it is not quiet", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  const of = guide([step("one", { anchor: report })], { kind: "confirmation", budget: "exempt" });
  await world.call("play", orderOf(of), true);
  await expect(page.getByRole("status")).toHaveText("");
  await expect(page.getByRole("note")).toHaveCount(0);
});
