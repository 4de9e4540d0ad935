import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Feature } from "../../lib/model/feature.ts";
import { openEmbedded } from "../../server/db/embedded.ts";
import { type FixtureHost, startFixtureHost } from "../hosts/fixture-host.ts";
import { dumpStorage } from "../support/dump-storage.ts";
import { type Eavesdropper, eavesdrop } from "../support/eavesdropper.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { paneThere } from "../support/pane.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { until } from "../support/until.ts";
import { agentReady } from "./agent-ready.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";
import { example } from "./page/support/kinds.ts";
import { clicked } from "./stage.ts";

/** "canary" stands everywhere in the page where a person could read it, or could have entered it. */
const FEATURES: Feature[] = [
  clicked("save", "[data-testid=save]"),
  { id: "send", name: "Send", rules: [{ on: "submit", selector: "#form" }] },
  {
    id: "field",
    name: "Field",
    rules: [{ on: "input", selector: "input, textarea, select, #rich, open-card, closed-card" }],
  },
  { id: "drag", name: "Drag", rules: [{ on: "drag", selector: "#drag" }] },
  { id: "opened", name: "Opened", rules: [{ on: "view", page: { path: "/poisoned.html" } }] },
  { id: "told", name: "Told", rules: [{ on: "custom", event: "told" }] },
];
const FRICTION = ["rage_click", "dead_click", "error", "back_and_forth"];
const HINT = guide(
  [step("save", { anchor: anchorTo({ tag: "button", testIds: { "data-testid": "save" } }) })],
  {
    id: "hint",
    kind: "tooltip",
  },
);
const SURVEY = { ...example("survey"), trigger: { start: "manual" as const } };

let server: WaymarkServer;
let host: FixtureHost;
let line: Eavesdropper;
let waymark: Waymark;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  [server, host] = await Promise.all([startServer(), startFixtureHost()]);
  for (const feature of FEATURES) await server.publish("features", feature);
  for (const one of [HINT, SURVEY]) await server.publish("guides", one);
  await server.api("PUT", "/v1/settings/sync", { events: "all" });
  line = await eavesdrop(server.url);
  waymark = await launchWaymark({ sidePanel: true });
  await waymark.connect({ ...server, url: line.url }, { site: host.url, user: "ada" });
  await waymark.send("console.token", { token: server.adminToken });
});
test.afterAll(async () => {
  await waymark.close();
  await Promise.all([line.stop(), host.stop(), server.dispose()]);
});

test("E5: of a poisoned page nothing is kept on the device, sent, or in the server's database", async () => {
  test.setTimeout(90_000);
  const asked: string[] = [];
  waymark.context.on("request", (request) => asked.push(request.url()));
  const extension = await waymark.openPage("options.html");
  const page = await waymark.context.newPage();
  await page.goto(`${host.url}/poisoned.html?q=canary-query#canary-fragment`);
  await agentReady(page);
  await useEverything(page);
  await runInto(page);
  await until(
    "what was run into",
    () => extension.evaluate(dumpStorage),
    (text) => FRICTION.every((what) => text.includes(`"what":"${what}"`)),
  );
  await playGuides(page);
  await tag(page);

  const kept = await extension.evaluate(dumpStorage);
  for (const { id } of FEATURES) expect(kept).toContain(`"feature":"${id}"`);
  expect(kept).not.toContain("canary");

  await waymark.send("sync.now", {});
  expect(line.heard()).toContain("Friction Met");
  expect(line.heard()).not.toContain("canary");
  const elsewhere = asked.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(host.url));
  expect(elsewhere.filter((url) => !url.startsWith(line.url))).toEqual([]);

  await server.stop();
  const stored = await dumpDatabase(server.dataDir);
  expect(stored).toContain("Friction Met");
  expect(stored).toContain("Saved by pointing");
  expect(stored).not.toContain("canary");
});

/** Every way in which a feature is used, with entries in every kind of field. */
async function useEverything(page: Page): Promise<void> {
  await page.getByTestId("save").click();
  await page.fill("[name=text]", "canary-typed");
  await page.fill("[name=password]", "canary-password");
  await page.fill("[name=note]", "canary-note");
  await page.selectOption("[name=choice]", { label: "canary-b" });
  await page.locator("#rich").fill("canary-edited");
  await page.setInputFiles("[name=file]", {
    name: "canary-file.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("canary-content"),
  });
  await page.locator("open-card input").fill("canary-inner");
  await page.locator("closed-card").click();
  await page.keyboard.type("canary-closed");
  await page.getByText("canary-send").click();
  await page.hover("#drag");
  await page.mouse.down();
  await page.mouse.move(0, 0, { steps: 2 });
  await page.mouse.up();
  await page.evaluate(() => {
    for (const event of ["told", "canary-event"]) {
      const detail = JSON.stringify({ event, note: "canary-detail" });
      document.dispatchEvent(new CustomEvent("waymark:track", { detail }));
    }
  });
}

/** Everything that people run into. */
async function runInto(page: Page): Promise<void> {
  await page.click("#fail");
  for (const place of ["one", "two", "one", "two"]) {
    await page.click(`#${place}`);
    await page.waitForURL(`**/${place}?*`);
  }
  await page.click("#dead", { clickCount: 3 });
}

async function playGuides(page: Page): Promise<void> {
  const tab = await waymark.worker().then((worker) =>
    worker.evaluate(async () => {
      const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
      return tabs[0]?.id ?? -1;
    }),
  );
  await waymark.send("guide.start", { guide: HINT.id, tab });
  const hint = page.getByRole("dialog", { name: "Title of save" });
  await hint.getByRole("button", { name: "Got it" }).click();
  await waymark.send("guide.start", { guide: SURVEY.id, tab });
  await page.getByRole("radio", { name: "7", exact: true }).click();
  const card = page.locator("waymark-overlay");
  await card.getByRole("button", { name: "Send", exact: true }).click();
  await card.getByRole("button", { name: "Close", exact: true }).click();
}

/** An author points at everything, and publishes one of it. */
async function tag(page: Page): Promise<void> {
  const panel = await waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "Features" });
  const press = (name: string) => card.getByRole("button", { name, exact: true }).click();
  await press("Tag features on this page");
  await expect(card.getByText("Save", { exact: false }).first()).toBeVisible();
  await press("Point at an element");
  await paneThere(page);
  for (const box of await boxes(page)) await page.mouse.move(box.x, box.y);
  const [save] = await boxes(page, "[data-testid=save]");
  await page.mouse.click(save?.x ?? 0, save?.y ?? 0);
  await expect(card.getByLabel("Element", { exact: true })).toHaveValue('[data-testid="save"]');
  await card.getByLabel("Name", { exact: true }).fill("Saved by pointing");
  await press("Publish");
  await expect(card.getByText(/is published/)).toBeVisible();
}

/** Middles of what can be pointed at. */
function boxes(
  page: Page,
  selector = "button, a, input, textarea, select, div, p, open-card, closed-card",
) {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }),
  );
}

/** Every table of the server, as text. */
async function dumpDatabase(dataDir: string): Promise<string> {
  const database = await openEmbedded({ dataDir: join(dataDir, "db") });
  const text = await database.maintain(async (sql) => {
    const tables = await sql.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const rows: unknown[] = [];
    for (const { name } of tables)
      rows.push(name, await sql.query(`SELECT to_jsonb(t) AS row FROM ${name} t`));
    return JSON.stringify(rows);
  });
  await database.close();
  return text;
}
