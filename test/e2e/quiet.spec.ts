import { expect, type Page, test } from "@playwright/test";
import { until } from "../support/until.ts";
import { guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

/** Due from the first time the host says so on, without a click; no cap keeps it away, only what the person does. */
const NEWS = guide([step("news")], {
  id: "news",
  kind: "modal",
  budget: "exempt",
  trigger: { start: "auto", frequency: "always", when: { type: "used", feature: "exported" } },
});

let stage: FixtureStage;
let page: Page;
test.beforeEach(async () => {
  stage = await setFixtureStage(
    [{ id: "exported", name: "Exported", rules: [{ on: "custom", event: "exported" }] }],
    { guides: [NEWS] },
  );
  page = await stage.visit("/");
});
test.afterEach(() => stage.end());

const card = () => page.getByRole("dialog", { name: "Title of news" });

/** The host says that a report was exported, which makes the guide due; resolves once the device knows. */
async function becomeDue() {
  await page.evaluate(() => {
    const detail = JSON.stringify({ event: "exported" });
    document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
  });
  await until(
    "the event is stored",
    () => stage.waymark.send("status.get", {}),
    ({ events }) => events > 0,
  );
  await page.bringToFront();
}

test("D24: a guide that is due while a person types shows once they paused", async () => {
  const text = "A mail address that takes longer to type than any pause in it";
  const field = page.getByLabel("E-mail");
  await field.pressSequentially("ada", { delay: 20 });
  await becomeDue();
  await field.pressSequentially(text, { delay: 100 });
  expect(await card().count()).toBe(0);
  await expect(field).toHaveValue(`ada${text}`);
  await expect(card()).toBeVisible();
});

test("D24: none starts over a dialog of the host, but when it is closed", async () => {
  await page.click("#open-dialog");
  await becomeDue();
  expect(await card().count()).toBe(0);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(card()).toBeVisible();
});

test("D24: none starts during a drag, but when it ends", async () => {
  await page.locator("#source").hover();
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 5 });
  await becomeDue();
  await page.mouse.move(500, 400, { steps: 20 });
  expect(await card().count()).toBe(0);
  await page.mouse.up();
  await expect(card()).toBeVisible();
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
  await becomeDue();
  await page.mouse.move(500, 400, { steps: 20 });
  expect(await card().count()).toBe(0);
  await page.evaluate(() => document.querySelector("video")?.pause());
  await expect(card()).toBeVisible();
});

test("D24: none starts right after the host told of an error", async () => {
  await page.evaluate(() => {
    const alert = document.createElement("p");
    alert.role = "alert";
    alert.textContent = "The report could not be saved.";
    document.body.append(alert);
  });
  const failed = Date.now();
  await becomeDue();
  await expect(card()).toBeVisible({ timeout: 15_000 });
  expect(Date.now() - failed).toBeGreaterThan(9_000);
});
