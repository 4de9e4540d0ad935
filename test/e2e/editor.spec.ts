import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import { catchSaved } from "../support/saved-files.ts";
import { until } from "../support/until.ts";
import { besidePage } from "./editor/beside-page.ts";
import { type FixtureStage, setFixtureStage } from "./stage.ts";

test.describe.configure({ mode: "serial" });
let stage: FixtureStage;
let page: Page;
test.beforeAll(async () => {
  stage = await setFixtureStage([], { sidePanel: true, allSites: true, scale: 1 });
  await stage.waymark.send("console.token", { token: stage.server.adminToken });
  page = await stage.waymark.openPage("editor.html");
});
test.afterAll(() => stage.end());

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const title = () => page.getByLabel("Title", { exact: true });
const text = () => page.getByRole("textbox", { name: "Text" });
const names = (...expected: string[]) => expect(page.locator(".step-title")).toHaveText(expected);
const row = (name: string) => page.locator(".step-name", { hasText: name });
const tab = (name: string) => page.getByRole("tab", { name }).click();
const draft = async () =>
  await stage.server.api<{ revision: number; body: Guide }>("GET", "/v1/guides/first-report");

async function clean(where = page): Promise<void> {
  const axe = new AxeBuilder({ page: where }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test("B6, B9, B10: an author makes a guide in two languages; nothing is lost offline or by a reload", async () => {
  await press("New guide");
  await clean();
  await page.getByLabel("Name", { exact: true }).fill("First report");
  await press("Create");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("First report");
  await title().fill("Welcome");
  await text().click();
  await page.keyboard.type("Two steps, ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("one minute");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Enter");
  await press("Bullets");
  await page.keyboard.type("Open a report");
  for (const name of ["Create", "Share"]) {
    await press("Add step");
    await title().fill(name);
  }
  await names("Welcome", "Create", "Share");
  await clean();

  await row("Share").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByText("“Share” is now step 2 of 3.")).toBeAttached();
  await page.locator(".step-grip").first().dragTo(page.locator(".step-row").nth(2));
  await names("Share", "Create", "Welcome");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await names("Welcome", "Create", "Share");
  await page.keyboard.press("Control+Shift+z");
  await names("Welcome", "Share", "Create");
  await press("Undo");

  await row("Welcome").click();
  await page.getByLabel("Add a language").selectOption("ru");
  await title().fill("Добро пожаловать");
  await text().click();
  await page.keyboard.type("Два шага.");
  await page.getByRole("radio", { name: "English" }).check();
  await title().fill("Welcome!");
  await expect(page.getByText("Russian, outdated")).toBeVisible();

  await stage.waymark.context.setOffline(true);
  await title().fill("Welcome to reports");
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.reload();
  await names("Welcome to reports", "Create", "Share");
  await expect(text().locator("strong")).toHaveText("one minute");
  await expect(text().locator(".rich-item")).toHaveText("Open a report");
  await stage.waymark.context.setOffline(false);
});

test("B5: findings lead to their place and are mended", async () => {
  await tab("Check and publish");
  await expect(page.getByText("Step 2: Create")).toBeVisible();
  await clean();
  await press("It still fits");
  await expect(page.getByText("The original has changed since")).toHaveCount(0);
});

test("X37, X38: texts go to a translator and come back, shown before they are taken in", async () => {
  const card = page.getByRole("region", { name: "Translations" });
  await card.getByLabel("Into").selectOption("ru");
  await card.getByRole("radio", { name: "CSV" }).check();
  const saved = await catchSaved(page);
  await press("Save texts");
  await expect(card.getByText(/^Saved as/)).toBeVisible();
  const table = (await saved()).toString("utf8");
  expect(table).toContain("Добро пожаловать");
  const translated = table
    .replace("Добро пожаловать", "Здравствуйте")
    .replace(/(:step:[^:]*:title,[^,]*,Share,),new/, "$1<b>Поделитесь</b>,translated");
  const file = { name: "first-report.ru.csv", mimeType: "text/csv" };
  const choose = (text: string) =>
    card.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from(text) });
  await choose(translated.replaceAll("first-report:", "another:"));
  await expect(card.getByText("It belongs to another guide: another")).toBeVisible();
  await choose(translated);
  await expect(card.getByText("Russian: 1 text changes")).toBeVisible();
  await expect(card.getByText("There are no marks in this text")).toContainText(/^Line \d+:/);
  await expect(card.locator("del")).toHaveText("Добро пожаловать");
  await clean();
  await card.getByRole("button", { name: "Take in" }).click();
  await expect(card.getByText("The translation is in the guide")).toBeVisible();
  await tab("Steps");
  await expect(title()).toHaveValue("Здравствуйте");
  await press("Undo");
  await expect(title()).toHaveValue("Добро пожаловать");
  await page.getByRole("radio", { name: "English" }).check();
});

test("B8: two authors of one guide lose nothing", async () => {
  await tab("Check and publish");
  await press("Save to the server");
  await expect(page.getByText(/Saved to the server/)).toBeVisible();
  const { body, revision } = await draft();
  expect(body.steps[0]?.title).toEqual({ en: "Welcome to reports", ru: "Добро пожаловать" });
  const [first, second, third] = body.steps as [
    Guide["steps"][0],
    Guide["steps"][0],
    Guide["steps"][0],
  ];
  const theirs = {
    ...body,
    steps: [
      { ...first, title: { ...first.title, en: "Hello from Boris" } },
      second,
      { ...third, title: { ...third.title, en: "Share it with Boris" } },
    ],
  };
  await stage.server.api("PUT", "/v1/guides/first-report", theirs);

  await tab("Steps");
  await row("Welcome").click();
  await title().fill("Hello from Ada");
  await tab("Check and publish");
  await press("Publish to production");
  await expect(page.getByRole("heading", { name: "Two versions of this guide" })).toBeVisible();
  await expect(page.getByText("1 decision is left")).toBeVisible();
  await clean();
  await page.getByRole("radio", { name: "Mine" }).first().check();
  await press("Go on with this");
  await tab("Steps");
  await names("Hello from Ada", "Create", "Share it with Boris");
  expect((await draft()).revision).toBe(revision + 1);
});

test("B13, B15, P14, W14: beside the page, a step gets another element, its row, a picture and further steps", () =>
  besidePage(stage, clean));

test("what is published reaches people, and can be rolled back", async () => {
  await tab("Settings");
  await page.getByRole("radio", { name: "by itself" }).check();
  await page.getByRole("button", { name: "As JSON" }).first().click();
  const due = page.getByLabel("When it is due, as JSON");
  await due.fill('{"type": "page"}');
  await expect(page.getByText(/url: nothing is there/)).toBeVisible();
  await due.fill('{"type": "page", "url": {"path": "/"}}');
  await clean();
  await tab("Check and publish");
  await press("Publish to production");
  await expect(page.getByText(/Version 1 is in production/)).toBeVisible();
  await stage.waymark.send("sync.now", {});
  const visitor = await stage.visit("/");
  await expect(visitor.getByRole("dialog", { name: "Hello from Ada" })).toBeVisible();
  await visitor.close();

  await tab("Steps");
  await row("Hello from Ada").click();
  await title().fill("Hello");
  await tab("Versions");
  await press("Compare with draft");
  await expect(page.getByText("changed: title")).toBeVisible();
  await clean();
  await press("Make it the draft");
  await tab("Check and publish");
  await expect(page.getByText("as in the draft")).toBeVisible();
});

test("B16: a hundred steps: typing draws only what it changes", async () => {
  const { body } = await draft();
  const step = body.steps[0] as Guide["steps"][0];
  const steps = Array.from({ length: 100 }, (_, n) => ({ ...step, id: `s${n}` }));
  await stage.server.api("PUT", "/v1/guides/long", { ...body, id: "long", steps });
  await page.goto(page.url().replace("first-report", "long"));
  await expect(page.locator(".step-row")).toHaveCount(100);
  await page.evaluate(() => {
    const counts = { rows: 0 };
    Object.assign(window, { counts });
    const list = document.querySelector(".steps");
    if (!list) throw new Error("no list");
    new MutationObserver((found) => {
      counts.rows += found.length;
    }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await text().click();
  await page.keyboard.type("Typed into a long guide.");
  await expect(text()).toContainText("Typed into a long guide.");
  const changed = () =>
    page.evaluate(() => (window as never as { counts: { rows: number } }).counts.rows);
  expect(await changed()).toBe(0);
  await title().fill("Another title");
  await until("the row follows", changed, (count) => count > 0);
  expect(await changed()).toBeLessThan(4);
});

test("B12: a survey is written without JSON; answers are moved and come back, branches read as sentences", async () => {
  await page.goto(page.url().replace(/\?.*$/, ""));
  await press("New guide");
  await page.getByLabel("Name", { exact: true }).fill("Exit survey");
  await page.getByLabel("Kind").selectOption({ label: "Survey" });
  await press("Create");
  await title().fill("Would you recommend us?");
  await press("Add step");
  await title().fill("What went wrong?");
  await page.getByLabel("What is asked").selectOption("multiple");
  await press("Add an answer");
  const answer = (number: number) => page.getByLabel(`Answer ${number}`, { exact: true });
  for (const [at, words] of ["Too slow", "Too dear", "Too slow"].entries()) {
    await answer(at + 1).fill(words);
  }
  await expect(page.getByText("Another answer says the same.")).toHaveCount(2);
  await answer(3).fill("Too hard");
  const grip = page.getByRole("button", { name: "Move “Too hard”", exact: true });
  await grip.focus();
  await page.keyboard.press("ArrowUp");
  await expect(answer(2)).toHaveValue("Too hard");
  await expect(grip).toBeFocused();
  await press("Remove “Too slow”");
  await expect(answer(1)).toHaveValue("Too hard");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(answer(1)).toHaveValue("Too slow");

  await row("Would you recommend us?").click();
  await press("Branches");
  await press("Add branch");
  await press("Add branch");
  const second = page.getByRole("group", { name: /^If the answer/ }).nth(1);
  await second.getByLabel("From", { exact: true }).selectOption("9");
  await expect(page.getByText("If the answer is 9 or more, the guide ends.")).toBeVisible();
  await clean();
  await page.getByLabel("What is asked").selectOption("csat");
  await expect(page.getByText("branches by its answers")).toBeVisible();
});
