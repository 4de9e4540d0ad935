import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { sendPicture } from "../support/assets.ts";
import { png } from "../support/picture.ts";
import { until } from "../support/until.ts";
import { guide, step } from "./page/support/guides.ts";
import { example } from "./page/support/kinds.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

let stage: FixtureStage;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { sidePanel: true });
  const asset = await sendPicture(stage.server, png(320, 120));
  const text = (words: string) => ({
    type: "paragraph",
    children: [{ type: "text", text: words }],
  });
  const tour = { ...guide([step("look")], { kind: "modal" }), id: "shown-around" };
  await stage.server.publish("guides", tour);
  await stage.server.publish("guides", example("announcement"));
  const { id } = tour;
  const menu = step("news", {
    title: { en: "A new menu", ru: "Новое меню" },
    body: {
      en: [text("It is on the left."), { type: "image", asset, alt: "The menu, open" }],
      ru: [text("Оно слева."), { type: "image", asset, alt: "Меню открыто" }],
    } as never,
    actions: [{ type: "guide", label: { en: "Show me", ru: "Показать" }, guide: id }],
  });
  await stage.server.publish("guides", {
    ...guide([menu], { kind: "announcement", schedule: { from: 1_795_000_000_000 } }),
    id: "new-menu",
  });
  await stage.waymark.send("sync.now", {});
});
test.afterAll(() => stage.end());

/** Without the page that axe would open for its result: the panel would turn to that. */
const axe = (panel: Page) => new AxeBuilder({ page: panel }).setLegacyMode(true).analyze();

/** What stands on the toolbar button while this page is in front. */
async function badge(page: Page): Promise<string> {
  const worker = await stage.waymark.worker();
  return worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    const tabId = tabs.find((tab) => tab.url === url)?.id;
    return tabId === undefined ? "no tab" : chrome.action.getBadgeText({ tabId });
  }, page.url());
}

test("L1 to L4: announcements wait in the side panel, are counted, read and put away", async () => {
  const page = await stage.visit("/");
  await until(
    "the number on the button",
    () => badge(page),
    (text) => text === "2",
  );
  const panel = await stage.waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "Announcements" });
  await expect(card.getByText("2 unread")).toBeVisible();
  const heads = card.getByRole("button", { expanded: false });
  await expect(heads).toHaveText(["A new menu (New)", "Reports are faster (New)"]);
  await expect(card.locator(".badge")).toHaveText(["New", "New"]);
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  expect((await axe(panel)).violations).toEqual([]);

  await heads.first().focus();
  await panel.keyboard.press("Enter");
  await expect(card.getByText("It is on the left.")).toBeVisible();
  const picture = card.getByRole("img", { name: "The menu, open" }).locator("img");
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
  await until(
    "the number on the button",
    () => badge(page),
    (text) => text === "1",
  );
  await expect(card.getByText("1 unread")).toBeVisible();
  expect((await axe(panel)).violations).toEqual([]);
  await panel.screenshot({ path: test.info().outputPath("feed.png"), fullPage: true });
  await panel.emulateMedia({ colorScheme: "dark" });
  await panel.setViewportSize({ width: 320, height: 800 });
  await panel.screenshot({ path: test.info().outputPath("feed-dark-320.png"), fullPage: true });
  const overflow = await panel.evaluate(() => document.documentElement.scrollWidth);
  expect(overflow).toBeLessThanOrEqual(320);

  await card.getByRole("button", { name: "Show me" }).click();
  await expect(page.getByRole("dialog", { name: "Title of look" })).toBeVisible();
  await page.getByRole("button", { name: "Got it" }).click();

  await card.getByRole("button", { name: "Put away “A new menu”" }).click();
  await expect(card.getByText("A new menu")).toHaveCount(0);
  await expect(card.getByRole("button", { name: "Reports are faster (New)" })).toBeFocused();
  await page.reload();
  await until(
    "the number on the button",
    () => badge(page),
    (text) => text === "1",
  );
  await card.getByRole("button", { name: "Reports are faster" }).click();
  await expect(card.getByText("Hello there, large reports now open in a second.")).toBeVisible();
  await card.getByRole("button", { name: "Put away “Reports are faster”" }).click();
  await expect(card.getByText("No announcements")).toBeVisible();
  await until(
    "no number on the button",
    () => badge(page),
    (text) => text === "",
  );
});

test("L1, L2: in Russian, and for a screen that forces its colours", async () => {
  const page = await stage.visit("/app/elsewhere");
  await stage.server.publish("guides", {
    ...guide([step("news")], { kind: "announcement" }),
    id: "one-more",
  });
  await stage.waymark.send("sync.now", {});
  const options = await stage.waymark.openPage("options.html");
  await options.getByRole("radio", { name: "Русский" }).check();
  await options.close();
  await page.bringToFront();
  const panel = await stage.waymark.sidePanel(page);
  await panel.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await panel.setViewportSize({ width: 320, height: 700 });
  const card = panel.getByRole("region", { name: "Объявления" });
  await expect(card.getByText("1 непрочитанное")).toBeVisible();
  await panel.screenshot({ path: test.info().outputPath("feed-ru-forced.png"), fullPage: true });
  expect((await axe(panel)).violations).toEqual([]);
  await panel.emulateMedia({ forcedColors: "none" });
  await card.getByRole("button", { expanded: false }).click();
  await expect(card.getByText("Text of news.")).toBeVisible();
  await panel.screenshot({ path: test.info().outputPath("feed-ru-320.png"), fullPage: true });
});
