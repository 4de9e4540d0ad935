import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { dumpStorage } from "../support/dump-storage.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { readDraft } from "../support/read-draft.ts";
import { until } from "../support/until.ts";

const CANARY = "canary7f3a";
const PAGE = "/workflow/index.html";

let host: FixtureHost;
let waymark: Waymark;
let userDataDir: string;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), "waymark-recorder-"));
  [host, waymark] = await Promise.all([startFixtureHost(), launch()]);
});
test.afterAll(async () => {
  await waymark?.close();
  await host?.stop();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

const launch = () => launchWaymark({ userDataDir, sidePanel: true, allSites: true });

/** Opens the page whose workflow is recorded, with its frame. */
async function visit(query = ""): Promise<Page> {
  const page = await waymark.context.newPage();
  await page.goto(`${host.url}${PAGE}${query}`);
  await page.frameLocator("iframe").locator("#report").waitFor();
  return page;
}

const recorded = async () =>
  (await waymark.send("recording.state", {}))?.steps.map(({ title }) => title.en) ?? [];
const seen = (title: string) => until(title, recorded, (steps) => steps.at(-1) === title);
const cardIn = async (page: Page) =>
  (await waymark.sidePanel(page)).getByRole("region", { name: "Record a guide" });

async function drag(page: Page, from: string, to: string): Promise<void> {
  await page.hover(from);
  await page.mouse.down();
  await page.hover(to);
  await page.hover(to, { position: { x: 60, y: 40 } });
  await page.mouse.up();
}

const STEPS = [
  "Open “Orders”",
  "Click “Save order”",
  "Click “More”",
  "Press Ctrl+S",
  "Click “Button in a shadow”",
  "Fill in “Customer”",
  "Fill in “Password”",
  "Choose “Shipped” in “Status”",
  "Choose “Express delivery”",
  "Fill in “Notes”",
  "Click “Assign to”",
  "Choose “Warehouse”",
  "Drag “Inject” to “Canvas”",
  "Double-click “Inject node”",
  "Drag “Card” to “Archive”",
  "Click “New report”",
  "Click “Reports”",
  "Right-click “More”",
  "Click “Save and go”",
  "Click “Open help”",
  "Go on in the new tab “Inner”",
  "Click “New report”",
];

test("W1, W2, W10 to W13: each step once, whenever the worker is killed; nothing that was typed", async () => {
  const page = await visit(`?token=${CANARY}`);
  const other = await visit();
  const card = await cardIn(page);
  await page.bringToFront();
  await card.getByRole("button", { name: "Start recording" }).click();
  await expect(card.getByText("Open “Orders”", { exact: true })).toBeVisible();
  await other.click("#save");

  await waymark.stopWorker();
  await page.click("#save");
  await page.click("#more circle");
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "Button in a shadow" }).click();
  await page.getByLabel("Customer").click();
  await page.keyboard.type(`${CANARY} ltd`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(CANARY);
  await waymark.stopWorker();
  await page.focus("select");
  await page.keyboard.press("ArrowDown");
  await page.getByLabel("Express delivery").check();
  await page.click("#notes");
  await page.keyboard.type(CANARY);
  await page.click("#notes");
  await page.getByLabel("Secret").click();
  await page.keyboard.type(CANARY);
  await page.click("#assign");
  await page.getByRole("option", { name: "Warehouse" }).click();
  await waymark.stopWorker();
  await drag(page, "#node", "#canvas");
  await page.getByRole("button", { name: "Inject node" }).dblclick();
  await drag(page, "#card", "#bin");
  await page.frameLocator("iframe").locator("#report").click();
  await page.click("#route");
  await page.getByRole("button", { name: "More" }).click({ button: "right" });
  await waymark.stopWorker();
  await page.click("#go");
  await page.waitForURL("**/leave.html");
  await page.goBack();
  await page.waitForURL(`**${PAGE}**`);
  await waymark.stopWorker();
  const opened = waymark.context.waitForEvent("page");
  await page.click("#new-tab");
  const help = await opened;
  await help.click("#report");
  await seen("Click “New report”");

  expect(await recorded()).toEqual(STEPS);
  const options = await waymark.openPage("options.html");
  expect(await options.evaluate(dumpStorage)).not.toContain(CANARY);
});

test("W5, W6, W8: the browser killed, all steps are there; gone on with, taken back and made a draft", async () => {
  await waymark.killBrowser();
  waymark = await launch();
  const page = await visit();
  const card = await cardIn(page);
  await expect(card.getByText("Interrupted")).toBeVisible();
  expect(await recorded()).toEqual(STEPS);
  await page.click("#save");
  await card.getByRole("button", { name: "Resume" }).click();
  await expect(card.getByText("Recording", { exact: true })).toBeVisible();
  await page.click("#save");
  await expect(card.getByRole("listitem")).toHaveCount(STEPS.length + 2);
  const { violations } = await new AxeBuilder({ page: card.page() }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await card.getByRole("button", { name: "Undo last" }).click();
  await card.getByRole("button", { name: "Remove: Open “Orders”" }).last().click();
  await expect(card.getByRole("listitem")).toHaveCount(STEPS.length);
  const editor = waymark.context.waitForEvent("page");
  await card.getByRole("button", { name: "Finish and edit" }).click();
  expect((await editor).url()).toMatch(/\/editor\.html\?guide=how-to-[0-9a-f]{12}$/);

  const guide = await readDraft(waymark);
  expect(guide.steps.map(({ title }) => title.en)).toEqual(STEPS);
  const leads = guide.steps.map(({ title, advance }) => [title.ru, advance.on]);
  expect(leads).toContainEqual(["Нажмите «Save order»", "click"]);
  expect(leads).toContainEqual(["Выберите «Shipped» в поле «Status»", "input"]);
  expect(leads).toContainEqual(["Нажмите «Reports»", "until"]);
  expect(leads).toContainEqual(["Нажмите «Assign to»", "until"]);
  expect(guide.steps.at(0)?.anchor).toBeUndefined();
  // Nothing listens any more.
  await page.click("#save");
  expect(await waymark.send("recording.state", {})).toBeNull();
});
