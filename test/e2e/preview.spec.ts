import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { dumpStorage } from "../support/dump-storage.ts";
import { type Eavesdropper, eavesdrop } from "../support/eavesdropper.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { identified } from "../support/messages.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { agentReady } from "./agent-ready.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";

const button = (name: string) => anchorTo({ tag: "button", role: "button", name });
const DRAFT: Guide = guide(
  [
    step("save", {
      title: {
        en: "Save it, {{user.first_name|friend}}",
        ru: "Сохраните, {{user.first_name|друг}}",
      },
      anchor: button("Save report"),
      advance: { on: "click" },
    }),
    step("archive", { anchor: button("Archive report") }),
    step("shared", { advance: { on: "until", condition: { type: "used", feature: "share" } } }),
  ],
  {
    id: "never-published",
    name: { en: "Save a report", ru: "Сохранить отчёт" },
    trigger: { start: "auto", when: { type: "page", url: { path: "/" } } },
    audience: {
      type: "all",
      of: [
        { type: "attribute", of: "account", name: "plan", op: "eq", value: "trial" },
        { type: "used", feature: "share", times: 3, within: "7d" },
      ],
    },
  },
);

let server: WaymarkServer;
let host: FixtureHost;
let line: Eavesdropper;
let waymark: Waymark;
test.beforeAll(async () => {
  [server, host] = await Promise.all([startServer(), startFixtureHost()]);
  line = await eavesdrop(server.url);
  waymark = await launchWaymark({ sidePanel: true });
  await waymark.connect({ ...server, url: line.url }, { site: host.url, user: "ada" });
});
test.afterAll(async () => {
  await waymark?.close();
  await Promise.all([line?.stop(), host?.stop(), server?.dispose()]);
});

/** What an author keeps on the device; null takes it away. */
async function keep(panel: Page, draft: Guide | null): Promise<void> {
  await panel.evaluate(async (body) => {
    const opening = indexedDB.open("waymark-authoring");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction("drafts", "readwrite");
    if (body)
      writing.objectStore("drafts").put({ id: body.id, guide: body, base: null, changedAt: 1 });
    else writing.objectStore("drafts").clear();
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    database.close();
  }, draft);
}

const axe = (panel: Page) => new AxeBuilder({ page: panel }).setLegacyMode(true).analyze();
const shot = (name: string) => ({ path: test.info().outputPath(name), fullPage: true });

test("Y4 to Y8: a draft is tried as somebody, walked through over a reload, and leaves no trace", async () => {
  const page = await waymark.context.newPage();
  await page.goto(`${host.url}/`);
  await agentReady(page);
  const panel = await waymark.sidePanel(page);
  await expect(panel.getByRole("region", { name: "Record a guide" })).toBeVisible();
  await keep(panel, DRAFT);
  await panel.reload();
  const card = panel.getByRole("region", { name: "Try a guide" });

  await expect(card.getByText("They would not get it here")).toBeVisible();
  await card.getByRole("button", { name: "About this person" }).click();
  await card.getByLabel("Account: plan").fill("trial");
  await card.getByLabel(/used “share” .*at least 3 times within 7 days/).check();
  await expect(card.getByText("They would get it here.")).toBeVisible();
  await card.getByLabel("Person: first_name").fill("Ада");
  await card.getByRole("combobox", { name: "In" }).selectOption({ label: "Russian" });
  await card.getByRole("button", { name: "Check this page" }).click();
  await expect(card.getByText("Found", { exact: true })).toHaveCount(2);
  await panel.screenshot(shot("checked.png"));
  await page.bringToFront();

  await card.getByRole("button", { name: "Play it here" }).click();
  await expect(page.getByRole("dialog", { name: "Сохраните, Ада" })).toBeVisible();
  await expect(card.getByText("On screen")).toBeVisible();
  await page.getByRole("button", { name: "Save report" }).click();
  await expect(page.getByRole("dialog", { name: "Заголовок archive" })).toBeVisible();
  await expect(card.getByText(/went on with a click after/)).toBeVisible();
  await panel.screenshot(shot("playing.png"));
  expect((await axe(panel)).violations).toEqual([]);

  await page.reload();
  const again = page.getByRole("dialog", { name: "Заголовок archive" });
  await expect(again).toBeVisible();
  await again.getByRole("button", { name: "Далее" }).click();
  await expect(page.getByRole("dialog", { name: "Заголовок shared" })).toBeVisible();
  await card.getByRole("button", { name: /^Suppose it happened/ }).click();
  await expect(card.getByText("Walked through to the end.")).toBeVisible();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
  await panel.emulateMedia({ colorScheme: "dark" });
  await panel.setViewportSize({ width: 320, height: 900 });
  await panel.screenshot(shot("done-dark-320.png"));
  const width = await panel.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  expect((await axe(panel)).violations).toEqual([]);

  await keep(panel, null);
  await waymark.send("sync.now", {});
  expect(await panel.evaluate(dumpStorage)).not.toContain(DRAFT.id);
  expect(line.heard()).not.toContain(DRAFT.id);
});

test("Y4, Y9: beside the page an author counts people, makes an experiment and tries the draft as somebody known", async () => {
  const grace = { ...identified("grace", { role: "admin" }), timestamp: new Date().toISOString() };
  await fetch(`${server.url}/v1/batch`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Basic ${btoa(`${server.writeKey}:`)}`,
    },
    body: JSON.stringify({ batch: [grace] }),
  });
  await waymark.send("console.token", { token: server.adminToken });
  const page = await waymark.context.newPage();
  await page.goto(`${host.url}/`);
  await agentReady(page);
  const panel = await waymark.sidePanel(page);
  const admins = { type: "attribute", of: "user", name: "role", op: "eq", value: "admin" } as const;
  await keep(panel, { ...DRAFT, audience: admins });
  await panel.evaluate((id) => location.assign(`/editor.html?guide=${id}&panel`), DRAFT.id);
  await panel.getByRole("tab", { name: "Settings" }).click();
  await panel.getByRole("button", { name: "Count people" }).click();
  await expect(panel.getByText(/^Fits 1 person now/)).toBeVisible();
  await panel.getByRole("button", { name: "New experiment" }).click();
  await panel.getByLabel("Name of the experiment").fill("Does it help");
  await panel.getByRole("button", { name: "Publish and use" }).click();
  await expect(panel.getByLabel("Experiment", { exact: true })).toHaveValue("does-it-help");

  await panel.getByRole("button", { name: "Try it" }).click();
  const card = panel.getByRole("region", { name: "Try a guide" });
  await expect(card.getByText("They would not get it here")).toBeVisible();
  await card.getByLabel("As", { exact: true }).selectOption({ label: "grace" });
  await expect(card.getByText("They would get it here.")).toBeVisible();
  await card.getByRole("button", { name: "About this person" }).click();
  await expect(card.getByLabel("Person: role")).toHaveValue("admin");
  await keep(panel, null);
  await panel.close();
  await page.close();
});

test("Y5, Y7: it works before its site is connected, and ends with the panel", async () => {
  await waymark.send("sites.remove", { origin: host.url });
  const page = await waymark.context.newPage();
  await page.goto(`${host.url}/`);
  const panel = await waymark.sidePanel(page);
  await keep(panel, DRAFT);
  await panel.reload();
  const card = panel.getByRole("region", { name: "Try a guide" });
  await card.getByRole("button", { name: "Play it here" }).click();
  await expect(page.getByRole("dialog", { name: "Save it, friend" })).toBeVisible();
  await panel.close();
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
});
