import { expect, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import type { GuideFunnel } from "../../lib/model/query.ts";
import { until } from "../support/until.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { clicked, type FixtureStage, setFixtureStage } from "./stage.ts";

const save = anchorTo({ tag: "button", role: "button", name: "Save report" });
const go = anchorTo({ tag: "button", role: "button", name: "Save and go" });
const onPlainPage = { type: "page", url: { path: "/" } } as const;

const TOUR: Guide = guide(
  [
    step("welcome"),
    step("save", {
      anchor: save,
      advance: { on: "until", condition: { type: "used", feature: "save" } },
    }),
    step("go", { anchor: go, advance: { on: "click" } }),
    step("there", { advance: { on: "next" } }),
  ],
  { trigger: { start: "auto", when: onPlainPage } },
);

/** For a route to which the app goes without a new document. */
const ON_REPORTS: Guide = guide([step("reports")], {
  id: "on-reports",
  kind: "banner",
  trigger: { start: "auto", when: { type: "page", url: { path: "/app/reports" } } },
});

let stage: FixtureStage;
let people = 0;
test.beforeAll(async () => {
  stage = await setFixtureStage([clicked("save", "#save")], { guides: [TOUR, ON_REPORTS] });
});
test.afterAll(() => stage.end());
/** Each test is another person's, to whom nothing was shown yet. */
test.beforeEach(async () => {
  await stage.waymark.send("data.delete", {});
  await stage.waymark.send("identity.set", { user: `user-${++people}`, account: "acme" });
});
test.afterEach(async () => {
  for (const page of hostPages()) await page.close();
});

const hostPages = () =>
  stage.waymark.context.pages().filter((page) => page.url().startsWith(stage.host.url));

const card = (page: Page, id: string) => page.getByRole("dialog", { name: `Title of ${id}` });
const steps = (page: Page) => page.locator("waymark-overlay");

async function runState() {
  const [host] = hostPages();
  if (!host) throw new Error("no page of the host is open");
  const tab = await tabOf(host);
  const entries = await stage.waymark.send("library.list", { tab });
  return entries.find((entry) => entry.guide === TOUR.id);
}

/** The browser's number of a tab; only the extension knows it. */
async function tabOf(page: Page): Promise<number> {
  const worker = await stage.waymark.worker();
  const url = page.url();
  return worker.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, url);
}

/** How many people the server knows of that saw the step. */
async function timesSaveWasShown(): Promise<number> {
  const { steps } = await stage.server.api<GuideFunnel>(
    "GET",
    `/v1/query/guides/${TOUR.id}/funnel`,
  );
  return steps.find(({ step }) => step === "save")?.shown ?? 0;
}

test("G1 (driver.js#457, posthog-js#2843, reactour#506): a tour goes on after a reload, on another route, and on the page a step led to", async () => {
  const page = await stage.visit("/");
  await card(page, "welcome").getByRole("button", { name: "Next" }).click();
  await expect(card(page, "save")).toBeVisible();

  await page.reload();
  await expect(card(page, "save")).toBeVisible();
  await page.click("text=Settings");
  await expect(page.locator("#route")).toHaveText("Route: /app/settings");
  await expect(card(page, "save")).toBeVisible();
  await page.click("#rerender");
  await expect(card(page, "save")).toBeVisible();

  await page.click("#save");
  await expect(card(page, "go")).toBeVisible();
  await page.click("#go");
  await page.waitForURL("**/leave.html");
  await card(page, "there").getByRole("button", { name: "Done" }).click();
  await expect(steps(page)).toHaveCount(0);
  await until("the run's end", runState, (entry) => entry?.state === "completed");
});

test("D9: one guide plays at a time over all tabs, and goes on elsewhere when its tab is closed", async () => {
  const first = await stage.visit("/");
  await expect(card(first, "welcome")).toBeVisible();
  const second = await stage.visit("/");
  await expect(steps(second)).toHaveCount(0);
  await card(first, "welcome").getByRole("button", { name: "Next" }).click();
  await expect(card(first, "save")).toBeVisible();
  await expect(steps(second)).toHaveCount(0);
  await first.close();
  await second.reload();
  await expect(card(second, "save")).toBeVisible();
});

test("deleting my data takes a running guide away and leaves no event behind", async () => {
  const page = await stage.visit("/");
  await expect(card(page, "welcome")).toBeVisible();
  await page.click("#save");
  await until(
    "the use is stored",
    () => stage.waymark.send("status.get", {}),
    ({ events }) => events >= 3,
  );
  const before = await stage.waymark.send("status.get", {});
  await stage.waymark.send("data.delete", {});
  await expect(steps(page)).toHaveCount(0);
  const after = await stage.waymark.send("status.get", {});
  expect(after).toMatchObject({ identity: null, events: 0, outbox: { waiting: 0, dead: 0 } });
  expect(after.device).not.toBe(before.device);
});

test("usertour#81: without its server a device knows its guides, plays them, and tells of it later", async () => {
  await stage.waymark.send("sync.now", {});
  const before = await timesSaveWasShown();
  await stage.server.stop();
  const page = await stage.visit("/");
  await card(page, "welcome").getByRole("button", { name: "Next" }).click();
  await expect(card(page, "save")).toBeVisible();
  await stage.server.restart();
  await until(
    "what happened meanwhile is on the server",
    async () => {
      await stage.waymark.send("sync.now", {});
      return stage.waymark.send("status.get", {});
    },
    ({ outbox }) => outbox.waiting === 0 && outbox.dead === 0,
  );
  expect(await timesSaveWasShown()).toBe(before + 1);
});

test("a guide is started and stopped from the extension", async () => {
  const page = await stage.visit("/leave.html");
  const tab = await tabOf(page);
  await stage.waymark.send("guide.start", { guide: TOUR.id, tab });
  await expect(card(page, "welcome")).toBeFocused();
  await stage.waymark.send("guide.stop", { guide: TOUR.id });
  await expect(steps(page)).toHaveCount(0);
  await until("the run's end", runState, (entry) => entry?.state === "dismissed");
});

test("D7: a guide for a route comes when the app goes there without loading anything", async () => {
  const page = await stage.visit("/app/settings");
  await page.click("text=Reports");
  await expect(page.locator("#route")).toHaveText("Route: /app/reports");
  await expect(page.getByRole("heading", { name: "Title of reports" })).toBeVisible();
});
