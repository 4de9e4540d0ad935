import { expect, type Page, test } from "@playwright/test";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { until } from "../support/until.ts";
import { agentReady } from "./agent-ready.ts";
import { clicked } from "./stage.ts";

let server: WaymarkServer;
let host: FixtureHost;
let waymark: Waymark;
let page: Page;
let panel: Page;
const sent: string[] = [];

test.beforeAll(async () => {
  [server, host] = await Promise.all([startServer(), startFixtureHost()]);
  await server.publish("features", clicked("save", "#save"));
  await server.api("PUT", "/v1/settings/sync", { events: "features" });
  await server.api("PUT", "/v1/settings/consent", { consent: "required" });
  waymark = await launchWaymark({ sidePanel: true });
  waymark.context.on("request", (request) => {
    if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
  });
  await waymark.connect(server, { site: host.url });
  page = await waymark.context.newPage();
  await page.goto(host.url);
  await agentReady(page);
  panel = await waymark.sidePanel(page);
});
test.afterAll(async () => {
  await waymark.close();
  await Promise.all([server.dispose(), host.stop()]);
});

const uses = (count: number) =>
  until(
    `${count} uses on the server`,
    () => server.uses("save"),
    (now) => now === count,
  );

/** Keys of `storage.local`, and stores of the database that hold something about somebody. */
const traces = async () =>
  (await waymark.worker()).evaluate(async () => {
    const kept = Object.keys(await chrome.storage.local.get()).filter(
      (key) => !key.startsWith("site:"),
    );
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("waymark");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const own = new Set(["meta", "bundle", "assets"]);
    for (const name of database.objectStoreNames) {
      if (own.has(name)) continue;
      const count = await new Promise<number>((resolve, reject) => {
        const counting = database.transaction(name).objectStore(name).count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(counting.error);
      });
      if (count > 0) kept.push(name);
    }
    database.close();
    return kept;
  });

test("E16: nothing is kept or sent before the person allows it; then what the page remembers counts", async () => {
  await page.click("#save");
  await page.click("#save");
  await waymark.send("sync.now", {});
  expect(await traces()).toEqual([]);
  expect(sent).toEqual([]);

  const question = panel.getByRole("region", { name: "May Waymark remember what you do?" });
  await question.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(question).toBeHidden();
  await uses(2);
});

test("C20, C19: a person reads what left, and deletes it here and on the server", async () => {
  await panel.getByRole("button", { name: "What left this device" }).click();
  const entries = panel.locator(".journal-entry");
  await expect(entries).toHaveCount(2);
  await expect(entries.getByText("Accepted")).toHaveCount(2);
  await entries.first().locator("summary").click();
  await expect(entries.first().locator("pre")).toContainText('"feature": "save"');

  await panel.getByRole("button", { name: "Delete my data" }).click();
  await panel.getByRole("dialog").getByRole("button", { name: "Delete my data" }).click();
  await expect(panel.getByText("The server deleted 2 messages")).toBeVisible();
  await expect(entries).toHaveCount(0);
  await uses(0);
});

test("E17: the host's refusal holds for the host, and what was done before it is lost", async () => {
  const say = (consent: string) =>
    page.evaluate((detail) => {
      document.dispatchEvent(new CustomEvent("waymark:consent", { detail }));
    }, JSON.stringify({ consent }));
  await say("refused");
  await expect(panel.getByText("Guides do not play here")).toBeVisible();
  await page.click("#save");
  await waymark.send("sync.now", {});
  expect(await traces()).toEqual([]);
  await say("granted");
  await expect(panel.getByText("Guides do not play here")).toBeHidden();
  await page.click("#save");
  await uses(1);
});
