import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { RecordingStatus } from "../../lib/message/protocol.ts";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { dumpStorage } from "../support/dump-storage.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { until } from "../support/until.ts";

const CANARY = "canary7f3a";

let host: FixtureHost;
let waymark: Waymark;
let userDataDir: string;
test.beforeAll(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), "waymark-recorder-"));
  [host, waymark] = await Promise.all([startFixtureHost(), launchWaymark({ userDataDir })]);
});
test.afterAll(async () => {
  await waymark?.close();
  await host?.stop();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** The tab whose page is at this path. */
async function tabAt(path: string): Promise<number> {
  const page = await waymark.openPage("options.html");
  const tabs = await page.evaluate(() => chrome.tabs.query({}));
  await page.close();
  const tab = tabs.find(({ url }) => url && new URL(url).pathname === path);
  if (tab?.id === undefined) throw new Error(`no tab shows ${path}`);
  return tab.id;
}

const titles = (status: RecordingStatus | null) => status?.steps.map(({ title }) => title.en) ?? [];
const recorded = async () => titles(await waymark.send("recording.state", {}));
const seen = (title: string) =>
  until(title, recorded, (steps) => steps.includes(title)).then(() => undefined);

async function drag(page: Page, from: string, to: string): Promise<void> {
  await page.hover(from);
  await page.mouse.down();
  await page.hover(to);
  await page.hover(to, { position: { x: 60, y: 40 } });
  await page.mouse.up();
}

test("W1, W2, W10, W11: every step once, with the worker killed at any time; nothing that was typed", async () => {
  const page = await waymark.context.newPage();
  await page.goto(`${host.url}/workflow/index.html?token=${CANARY}`);
  await page.frameLocator("iframe").locator("#report").waitFor();
  const before = await page.content();
  await waymark.send("recording.start", { tab: await tabAt("/workflow/index.html") });
  await seen("Open “Orders”");

  await waymark.stopWorker();
  await page.click("#save");
  await page.click("#more circle");
  await page.getByRole("button", { name: "Button in a shadow" }).click();
  await page.getByLabel("Customer").click();
  await page.keyboard.type(`${CANARY} ltd`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(CANARY);
  await waymark.stopWorker();
  await page.getByLabel("Status").selectOption("Shipped");
  await page.getByLabel("Express delivery").check();
  await page.click("#notes");
  await page.keyboard.type(CANARY);
  await page.click("#notes");
  await page.getByLabel("Secret").click();
  await page.keyboard.type(CANARY);
  await page.keyboard.press("Control+s");
  await page.click("#assign");
  await page.getByRole("option", { name: "Warehouse" }).click({ noWaitAfter: true });
  await waymark.stopWorker();
  await drag(page, "#node", "#canvas");
  await page.getByRole("button", { name: "Inject node" }).dblclick();
  await drag(page, "#card", "#bin");
  await page.frameLocator("iframe").locator("#report").click();
  expect(await page.content()).toContain("</html>");
  await page.click("#route");
  await page.getByRole("button", { name: "More" }).click({ button: "right" });
  await waymark.stopWorker();
  await page.click("#go");
  await page.waitForURL("**/leave.html");
  await page.goBack();
  await page.waitForURL("**/workflow/**");
  await waymark.stopWorker();
  const opened = waymark.context.waitForEvent("page");
  await page.click("#new-tab");
  const help = await opened;
  await help.click("#report");
  await seen("Click “New report”");

  expect(before).toContain("Orders");
  const steps = await recorded();
  console.log(steps);
  const options = await waymark.openPage("options.html");
  expect(await options.evaluate(dumpStorage)).not.toContain(CANARY);
});
