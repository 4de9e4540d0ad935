import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import type { GuideFunnel } from "../../lib/model/query.ts";
import { sendPicture } from "../support/assets.ts";
import { keptPictures } from "../support/kept-pictures.ts";
import { png } from "../support/picture.ts";
import { until } from "../support/until.ts";
import { guide, step } from "./page/support/guides.ts";
import { example } from "./page/support/kinds.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

const SHARE: Guide = {
  ...example("how-to"),
  trigger: { start: "manual", when: { type: "page", url: { path: "/app/**" } } },
};
const AGAIN: Guide = { ...SHARE, id: "share-again", name: { en: "Hand it over" } };
const OTHERS = ["Invite people", "Export a report", "Rename it", "Delete it", "Archive it"].map(
  (name, at): Guide => ({
    ...guide([step("first"), step("second")], { kind: "how-to", name: { en: name, ru: name } }),
    id: `other-${at}`,
    ...(at < 2 && { category: { en: "People and files" } }),
  }),
);

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { sidePanel: true, guides: [SHARE, AGAIN, ...OTHERS] });
});
test.afterAll(() => stage.end());

/** Without the page that axe would open for its result: the panel would turn to that. */
const axe = (panel: Page) => new AxeBuilder({ page: panel }).setLegacyMode(true).analyze();

test("L5 to L9: a how-to is read in the side panel, points into the page, and keeps what is done", async () => {
  const page = await stage.visit("/leave.html");
  const panel = await stage.waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "How-tos" });
  const search = card.getByRole("textbox", { name: "Search how-tos" });
  await search.fill("elephants");
  await expect(card.getByText("Nothing found for “elephants”")).toBeVisible();
  await card.getByRole("button", { name: "Clear search" }).last().click();
  await expect(search).toBeFocused();
  await search.fill("share address");
  const found = card.getByRole("button", { expanded: false });
  await expect(found).toHaveText(["Share a report", "Hand it over"]);
  await panel.keyboard.press("ArrowDown");
  await panel.keyboard.press("Enter");
  const first = card.locator("li li").filter({ hasText: "Only saved reports" });
  await first.getByRole("button", { name: "Show me: Save the report" }).click();
  await expect(first.getByRole("status")).toHaveText("Looking for it on the page…");
  await expect(first.getByRole("status")).toHaveText("Not found here: open /app/.");
  await expect(page.locator("waymark-overlay .card")).toHaveCount(0);
  await panel.screenshot({ path: test.info().outputPath("missing.png"), fullPage: true });

  await page.goto(`${stage.host.url}/app/reports`);
  const shown = page.getByRole("dialog", { name: "Save the report" });
  await expect(shown).toBeVisible();
  await expect(first.getByRole("status")).toHaveText("It is highlighted on the page.");
  await expect(page.locator("body")).toBeFocused();
  await page.getByRole("textbox", { name: "E-mail" }).fill("the page stays usable");
  await page.screenshot({ path: test.info().outputPath("pointing.png") });
  expect((await axe(panel)).violations).toEqual([]);

  await page.getByRole("button", { name: "Save report" }).click();
  await expect(shown).toHaveCount(0);
  await expect(first.getByText("Done", { exact: true })).toBeVisible();
  await expect(card.getByText("1 of 2 done")).toBeVisible();
  await panel.emulateMedia({ colorScheme: "dark" });
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.screenshot({ path: test.info().outputPath("dark-320.png"), fullPage: true });
  const overflow = await panel.evaluate(() => document.documentElement.scrollWidth);
  expect(overflow).toBeLessThanOrEqual(320);
  expect((await axe(panel)).violations).toEqual([]);

  await card.getByRole("button", { name: "Mark as done: Send the address" }).focus();
  await panel.keyboard.press("Enter");
  await expect(card.getByText("Done", { exact: true })).toHaveCount(3);
  await expect(card.getByRole("button", { name: "Start over" })).toBeFocused();
  await panel.reload();
  await expect(
    card.getByRole("listitem").filter({ hasText: "Share a report" }).getByText("Done"),
  ).toBeVisible();
});

test("L7: pointing is stopped in the panel and in the page, and moves on to another step", async () => {
  const page = await stage.visit("/app/reports");
  const panel = await stage.waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "How-tos" });
  await card.getByRole("button", { name: "Hand it over" }).click();
  const show = card.getByRole("button", { name: "Show me: Save the report" });
  const shown = page.getByRole("dialog", { name: "Save the report" });
  await show.click();
  await expect(shown).toBeVisible();
  await card.getByRole("button", { name: "Stop showing" }).click();
  await expect(shown).toHaveCount(0);
  await show.click();
  await shown.getByRole("button", { name: "Close" }).click();
  await expect(shown).toHaveCount(0);
  await expect(show).toBeVisible();
  await expect(card.getByText("0 of 2 done").first()).toBeVisible();
  await page.reload();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
});

test("L11 to L18: found by keys and in another form, read with its picture and rated, without the server too", async () => {
  const { server, waymark } = stage;
  const asset = await sendPicture(server, png(320, 180));
  const image = { type: "image", asset, alt: "A green field" } as const;
  const pictured = guide([step("look", { body: { en: [image] } })], { kind: "how-to" });
  await server.publish("guides", { ...pictured, id: "pictured", name: { en: "Deploy a flow" } });
  await waymark.send("sync.now", {});
  await until(
    "the picture is kept",
    () => keptPictures(waymark),
    (kept) => kept.includes(asset),
  );
  const page = await stage.visit("/app/reports");
  const panel = await waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "How-tos" });
  const helpful = (answer: "Yes" | "No") =>
    card.getByRole("group", { name: "Was this helpful?" }).getByRole("button", { name: answer });
  const total = async (action: "rated_helpful" | "rated_unhelpful") => {
    await waymark.send("sync.now", {});
    const { totals } = await server.api<GuideFunnel>("GET", "/v1/query/guides/pictured/funnel");
    return totals[action];
  };
  await expect(card.getByRole("list", { name: "For this page" })).toContainText("Share a report");
  await expect(card.getByRole("list", { name: "People and files" })).toContainText("Invite people");
  await panel.keyboard.press("/");
  await panel.keyboard.type("delpoying");
  await panel.keyboard.press("ArrowDown");
  await expect(card.locator("mark")).toHaveText(["Deploy"]);
  await panel.keyboard.press("Enter");
  await helpful("Yes").click();
  await expect(helpful("Yes")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => total("rated_helpful")).toBe(1);

  await server.stop();
  await waymark.stopWorker();
  await panel.reload();
  await card.getByRole("textbox", { name: "Search how-tos" }).fill("flows");
  await card.getByRole("button", { name: "Deploy a flow" }).click();
  const picture = card.getByRole("img", { name: "A green field" }).locator("img");
  await expect(picture).toHaveAttribute("src", /^data:/);
  await helpful("No").click();
  await expect(helpful("No")).toHaveAttribute("aria-pressed", "true");
  expect((await axe(panel)).violations).toEqual([]);
  await server.restart();
  await expect.poll(() => total("rated_unhelpful")).toBe(1);
  expect(await total("rated_helpful")).toBe(0);
});
