import type { Page } from "@playwright/test";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

/** The button kept its id and its surroundings, but says something else. */
const HOST = `<!doctype html><html lang="en"><title>Host</title><body>
  <main><h1>Reports</h1><button id="exporter">Export</button><p>Orders</p></main></body></html>`;

const anchor = anchorTo({
  tag: "button",
  role: "button",
  id: "exporter",
  name: "Download everything",
  text: "Download everything",
  landmark: "main",
  heading: "Reports",
  neighbours: ["Reports", "Orders", "Churn", "Revenue"],
});
const of = guide([step("one", { anchor, advance: { on: "click" } }), step("two")]);
const asked = orderOf(of, { startedBy: "manual" });

const card = (page: Page) => page.getByRole("dialog", { name: "Title of one" });
const ring = (page: Page) => page.locator(".ring");

test("A8: this page has a likely element, so that the tests below are about one", async ({
  openPage,
}) => {
  const { world } = await openPage(HOST);
  expect(await world.call("search", anchor)).toMatchObject({ outcome: "likely" });
});

test("T40: who asked for the guide is asked whether the likely element is the one", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", asked, true);
  await expect(card(page)).toContainText("Is this the one?");
  await expect(page.getByRole("status")).toHaveText(/Title of one\. Is this the one\?$/);
  await expect(ring(page)).toHaveCSS("border-top-style", "dashed");
  const neutral = await ring(page).evaluate((el) => getComputedStyle(el).borderTopColor);
  await page.click("#exporter");
  await expect(card(page)).toContainText("Is this the one?");
  const reports = await world.call("reports");
  expect(reports.map(({ action }) => action)).toEqual(["started"]);
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(ring(page)).toHaveCSS("border-top-style", "solid");
  const sure = await ring(page).evaluate((el) => getComputedStyle(el).borderTopColor);
  expect(sure).not.toBe(neutral);
  await expect(card(page)).toContainText("Click the highlighted spot");
  await page.click("#exporter");
  await expect(page.getByRole("dialog", { name: "Title of two" })).toBeVisible();
});

test("T40: no means that it is missing, and it is not asked about again", async ({ openPage }) => {
  const { page, world } = await openPage(HOST);
  await world.call("play", asked, true);
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(card(page)).toContainText("waits for a part");
  await expect(ring(page)).not.toHaveAttribute("data-on");
  await page.evaluate(() => {
    document.querySelector("p")?.append(" Changed.");
    const right = document.createElement("button");
    right.textContent = "Download everything";
    document.querySelector("#exporter")?.remove();
    document.querySelector("main")?.prepend(right);
  });
  await expect(card(page)).toContainText("Click the highlighted spot");
  await expect(ring(page)).toHaveAttribute("data-on", "true");
});

test("T40: a guide that started by itself takes a likely element for none", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST, { hasty: true });
  await world.call("play", orderOf(of), true);
  await expect(card(page)).toContainText("waits for a part", { timeout: 10_000 });
  await expect(ring(page)).not.toHaveAttribute("data-on");
});
