import { expect, type Page, test } from "@playwright/test";
import type { Feature } from "../../lib/model/feature.ts";
import { until } from "../support/until.ts";
import { guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const MOMENTS = ["typing", "dialog", "drag", "film", "error"] as const;
type Moment = (typeof MOMENTS)[number];

/** Due from the first time that the host says so on, without a click; no cap keeps it away, only what the person does. */
const newsFor = (moment: Moment) =>
  guide([step(moment)], {
    id: moment,
    kind: "modal",
    budget: "exempt",
    trigger: { start: "auto", when: { type: "used", feature: moment } },
  });
const said = (event: Moment): Feature => ({
  id: event,
  name: event,
  rules: [{ on: "custom", event }],
});

let stage: FixtureStage;
let page: Page;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  stage = await setFixtureStage(MOMENTS.map(said), { guides: MOMENTS.map(newsFor) });
});
test.afterAll(() => stage.end());
test.beforeEach(async () => {
  page = await stage.visit("/");
});
test.afterEach(async () => {
  await page.locator("waymark-overlay").getByRole("button", { name: "Close" }).click();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await page.close();
});

const card = (moment: Moment) => page.getByRole("dialog", { name: `Title of ${moment}` });

/** The host says something that makes the guide due; resolves once the device knows. */
async function becomeDue(moment: Moment) {
  const { events } = await stage.waymark.send("status.get", {});
  await page.evaluate((event) => {
    const detail = JSON.stringify({ event });
    document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
  }, moment);
  await until(
    "the event is stored",
    () => stage.waymark.send("status.get", {}),
    (status) => status.events > events,
  );
  await page.bringToFront();
}

test("D24: a guide that is due while a person types shows once they paused", async () => {
  const text = "A mail address that takes longer to type than any pause in it";
  const field = page.getByLabel("E-mail");
  await field.pressSequentially("ada", { delay: 20 });
  await becomeDue("typing");
  await field.pressSequentially(text, { delay: 100 });
  expect(await card("typing").count()).toBe(0);
  await expect(field).toHaveValue(`ada${text}`);
  await expect(card("typing")).toBeVisible();
});

test("D24: none starts over a dialog of the host, but when it is closed", async () => {
  await page.click("#open-dialog");
  await becomeDue("dialog");
  expect(await card("dialog").count()).toBe(0);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(card("dialog")).toBeVisible();
});

test("D24: none starts during a drag, but when it ends", async () => {
  await page.locator("#source").hover();
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 5 });
  await becomeDue("drag");
  await page.mouse.move(500, 400, { steps: 20 });
  expect(await card("drag").count()).toBe(0);
  await page.mouse.up();
  await expect(card("drag")).toBeVisible();
});

test("D24: none starts while a film plays, but when it is paused", async () => {
  await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.fillRect(0, 0, 10, 10);
    const film = document.createElement("video");
    film.srcObject = canvas.captureStream(10);
    film.muted = true;
    film.controls = true;
    document.body.append(film);
    await film.play();
  });
  await becomeDue("film");
  await page.mouse.move(500, 400, { steps: 20 });
  expect(await card("film").count()).toBe(0);
  await page.evaluate(() => document.querySelector("video")?.pause());
  await expect(card("film")).toBeVisible();
});

test("D24: none starts right after the host told of an error", async () => {
  await page.evaluate(() => {
    const alert = document.createElement("p");
    alert.role = "alert";
    alert.textContent = "The report could not be saved.";
    document.body.append(alert);
  });
  const failed = Date.now();
  await becomeDue("error");
  await expect(card("error")).toBeVisible({ timeout: 15_000 });
  expect(Date.now() - failed).toBeGreaterThan(9_000);
});
