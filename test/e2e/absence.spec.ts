import { expect, type Page, test } from "@playwright/test";
import type { Condition } from "../../lib/model/condition.ts";
import type { Feature } from "../../lib/model/feature.ts";
import { until } from "../support/until.ts";
import { readEvents } from "./budget/device.ts";
import { guide, step } from "./page/support/guides.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const said = (event: string): Feature => ({
  id: event,
  name: event,
  rules: [{ on: "custom", event }],
});

/** Quiet, so that no budget plays a part; of two that are due in a page only the first may come. */
const bannerWhen = (id: string, when: Condition) =>
  guide([step(id)], { id, kind: "banner", trigger: { start: "auto", when } });

const NOT_DEPLOYED = bannerWhen("not-deployed", {
  type: "absent",
  feature: "deploy",
  after: "add",
  for: "2s",
});
const NOT_SHARED = bannerWhen("not-shared", {
  type: "absent",
  feature: "share",
  after: "deploy",
  for: "3s",
});

let stage: FixtureStage;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const features = ["add", "deploy", "share"].map(said);
  stage = await setFixtureStage(features, { guides: [NOT_DEPLOYED, NOT_SHARED] });
});
test.afterAll(() => stage.end());

const titleOf = (page: Page, id: string) => page.getByRole("heading", { name: `Title of ${id}` });

/** How often features were used, as the device has stored it. */
async function stored(): Promise<number> {
  const options = await stage.waymark.openPage("options.html");
  const events = await readEvents(options);
  await options.close();
  return events.filter(({ kind }) => kind === "feature").length;
}

/** The host says that something was used; resolves once the device has stored it, with a moment before it. */
async function use(page: Page, ...features: string[]): Promise<number> {
  const known = await stored();
  await page.bringToFront();
  const before = Date.now();
  await page.evaluate((names) => {
    for (const event of names) {
      const detail = JSON.stringify({ event });
      document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
    }
  }, features);
  await until("the uses are stored", stored, (uses) => uses === known + features.length);
  await page.bringToFront();
  return before;
}

test("S14: what was done in time is not missed, what was not done is, and not before its time", async () => {
  const page = await stage.visit("/");
  const before = await use(page, "add", "deploy");
  await expect(titleOf(page, "not-shared")).toBeVisible({ timeout: 10_000 });
  expect(Date.now() - before).toBeGreaterThan(3_000);
  await expect(titleOf(page, "not-deployed")).toHaveCount(0);
  await page.close();
});

test("S15: the page learns of it by itself, though the worker had been ended", async () => {
  const page = await stage.visit("/");
  const before = await use(page, "add");
  await stage.waymark.stopWorker();
  await expect(titleOf(page, "not-deployed")).toBeVisible({ timeout: 10_000 });
  expect(Date.now() - before).toBeGreaterThan(2_000);
  await page.close();
});
