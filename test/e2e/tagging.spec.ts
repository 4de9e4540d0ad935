import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Feature } from "../../lib/model/feature.ts";
import { paneThere } from "../support/pane.ts";
import { until } from "../support/until.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

let stage: FixtureStage;
let page: Page;
let card: Locator;
test.beforeAll(async () => {
  stage = await setFixtureStage([clicked("archive", "#archive")], { sidePanel: true });
  await stage.waymark.send("console.token", { token: stage.server.adminToken });
  page = await stage.visit("/");
  const panel = await stage.waymark.sidePanel(page);
  card = panel.getByRole("region", { name: "Features" });
  await card.getByRole("button", { name: "Tag features on this page" }).click();
});
test.afterAll(() => stage.end());

const press = (name: string) => card.getByRole("button", { name, exact: true }).click();
const field = (label: string) => card.getByLabel(label, { exact: true });

/** The middle of an element, for a mouse that asks nobody what lies there. */
async function point(selector: string): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox();
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
}

test("E20, E22, E23: an author points, names and publishes; from then on it is counted, and undone again", async () => {
  await expect(card.getByText("1 element here")).toBeVisible();
  await press("Point at an element");
  await paneThere(page);
  await page.mouse.move(...(await point("#save")));
  await expect(card.getByText("#save", { exact: true })).toBeVisible();
  await page.mouse.click(...(await point("#save")));
  await expect(field("Element")).toHaveValue("#save");
  expect(await page.locator("#save").getAttribute("data-saved")).toBeNull();
  await expect(card.getByText("matches 1 element on this page")).toBeVisible();

  await press("Publish");
  await expect(card.getByText("Fill in this field.")).toBeVisible();
  await field("Name").fill("Сохранить отчёт");
  await field("Module").fill("Reports");
  await field("Plans that include it").fill("pro, enterprise");
  await press("Publish");
  await expect(card.getByText(/is published\. It is counted/)).toBeVisible();
  const { body } = await stage.server.api<{ body: Feature }>(
    "GET",
    "/v1/features/sokhranit-otchet",
  );
  expect(body).toEqual({
    id: "sokhranit-otchet",
    name: "Сохранить отчёт",
    group: "Reports",
    plans: ["pro", "enterprise"],
    rules: [{ on: "click", selector: "#save", page: { path: "/" } }],
  });

  // The page learns of it a moment after the panel.
  await until(
    "the page counts it",
    async () => {
      await page.click("#save");
      return card.innerText();
    },
    (text) => /used [1-9]\d* times? by you, counted since/.test(text),
  );
  const axe = new AxeBuilder({ page: card.page() }).setLegacyMode(true);
  expect((await axe.analyze()).violations).toEqual([]);
  await press("Undo");
  await expect(card.getByText(/is as it was before/)).toBeVisible();
  await expect(card.getByText("Сохранить отчёт", { exact: true })).toHaveCount(0);
  await page.click("#archive");
  await expect(card.getByText(/used 1 time by you, counted since/)).toBeVisible();
  expect(await stage.server.uses("sokhranit-otchet")).toBeGreaterThan(0);
});

test("E21: by keys from the panel; what the app tells and a page are features too", async () => {
  await press("Point at an element");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp", "ArrowDown", "Enter"]) {
    await card.page().keyboard.press(key);
  }
  await expect(field("Element")).toHaveValue('a[href="/app/settings"]');
  await press("Cancel");

  await page.evaluate(() => {
    const detail = JSON.stringify({ event: "report.exported" });
    document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
  });
  await press("What the app tells");
  await press("report.exported");
  await expect(field("Name that the app tells")).toHaveValue("report.exported");
  await press("Cancel");

  await press("A page");
  await field("Name").fill("Reports");
  await field("Page").fill("app/reports");
  await press("Save draft");
  await expect(card.getByText(/Begin with “\/” or “\*”/)).toBeVisible();
  await field("Page").fill("/app/reports");
  await expect(card.getByText("does not match this page")).toBeVisible();
  await page.click("text=Reports");
  await expect(card.getByText("matches this page", { exact: true })).toBeVisible();
  await press("Save draft");
  await expect(card.getByText(/was saved as a draft/)).toBeVisible();
  await press("Stop tagging");
  const marks = () => page.locator("waymark-overlay").count();
  await until("nothing left in the page", marks, (count) => count === 0);
});
