import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Condition } from "../../lib/model/condition.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { SignalDefinition } from "../../lib/model/signal.ts";
import { type NodeRed, startNodeRed } from "../hosts/node-red.ts";
import { createNodeRedUser } from "../hosts/node-red-user.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { paneThere } from "../support/pane.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { until } from "../support/until.ts";
import { agentReady } from "./agent-ready.ts";
import { anchorTo, guide, step } from "./page/support/guides.ts";

/** From pointing at features of a real app to a signal of a person, and to guides about what was and was not done. */

/** "For 2 minutes" in real life; a test has less patience. */
const ABSENT_MS = Number(process.env.WAYMARK_ABSENT_MS ?? 4_000);
const STEPS = { steps: [{ feature: "add-node" }, { feature: "open-help" }, { feature: "deploy" }] };
const TRIED: SignalDefinition = {
  id: "tried-it",
  name: "Tried it",
  kind: "milestone",
  when: { type: "sequence", sequence: { ...STEPS, within: "10m" } },
};

const DEPLOY = anchorTo({ tag: "a", id: "red-ui-header-button-deploy" });
const tooltip = (id: string, when: Condition): Guide => ({
  ...guide([step(id, { anchor: DEPLOY })], { id, kind: "tooltip", budget: "exempt" }),
  trigger: { start: "auto", frequency: "always", when },
});
const GUIDES = [
  tooltip("did-it", { type: "sequence", sequence: { ...STEPS, within: "10m" } }),
  tooltip("forgot", {
    type: "absent",
    feature: "deploy",
    after: "add-node",
    for: `${ABSENT_MS / 1000}s`,
  }),
];

let host: NodeRed;
let server: WaymarkServer;
let waymark: Waymark;
let page: Page;
let panel: Page;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  [host, server, waymark] = await Promise.all([
    startNodeRed(),
    startServer(),
    launchWaymark({ sidePanel: true, viewport: { width: 1280, height: 900 } }),
  ]);
  await waymark.connect(server, { site: host.url, user: "ada", account: "acme" });
  await waymark.send("console.token", { token: server.adminToken });
  page = await waymark.context.newPage();
  await createNodeRedUser(page, host.url).open();
  await agentReady(page);
  panel = await waymark.sidePanel(page);
});
test.afterAll(async () => {
  await waymark?.close();
  await Promise.all([server?.dispose(), host?.stop()]);
});

const TAGGED = [
  ["Add node", '.red-ui-palette-node[data-palette-type="inject"]', "dragging it"],
  ["Open help", '.red-ui-sidebar-tab-bar button[data-tab-id="help"]', "a click"],
  ["Deploy", "#red-ui-header-button-deploy", "a click"],
] as const;

test("E20: three features of Node-RED are tagged by pointing at them", async () => {
  const card = panel.getByRole("region", { name: "Features" });
  await card.getByRole("button", { name: "Tag features on this page" }).click();
  for (const [name, selector, use] of TAGGED) {
    await card.getByRole("button", { name: "Point at an element", exact: true }).click();
    await pickAt(card, page.locator(selector));
    await card.getByLabel("One use is").selectOption(use);
    await card.getByLabel("Name", { exact: true }).fill(name);
    await card.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(card.getByText(/is published\. It is counted/)).toBeVisible();
  }
  await card.getByRole("button", { name: "Stop tagging" }).click();
});

test("V3, S14, D33: a signal is told within a second; tooltips come when what they are about is so, and only then", async () => {
  await server.publish("signals", TRIED);
  for (const one of GUIDES) await server.publish("guides", one);
  await waymark.send("sync.now", {});
  await page.bringToFront();
  const card = (id: string) => page.getByRole("heading", { name: `Title of ${id}` });
  const user = createNodeRedUser(page, host.url);
  const signal = panel
    .getByRole("region", { name: "Insights" })
    .getByRole("listitem")
    .filter({ hasText: "Tried it" });
  await expect(signal).toBeVisible();

  const before = Date.now();
  await user.dragNode("inject", { x: 620, y: 340 });
  await expect(card("forgot")).toBeVisible({ timeout: ABSENT_MS + 10_000 });
  expect(Date.now() - before).toBeGreaterThan(ABSENT_MS);
  await page.locator("waymark-overlay").getByRole("button", { name: "Close" }).click();
  await expect(card("forgot")).toHaveCount(0);

  await user.openSidebarTab("help");
  await expect(signal).toContainText("2 of 3");
  await expect(card("did-it")).toHaveCount(0);
  const told = await noteWhenTold(signal);
  await user.deploy();
  await expect(card("did-it")).toBeVisible();
  await expect(card("forgot")).toHaveCount(0);
  expect(await told()).toBeLessThan(1_000);
  await until(
    "the signal on the server",
    async () => {
      await waymark.send("sync.now", {});
      return server.activated(TRIED.id);
    },
    (users) => users.length === 1,
  );
  const report = await waymark.openPage("console.html#signals");
  await report.getByRole("radio", { name: "Values" }).check();
  await expect(report.getByRole("row", { name: /ada.*acme/ })).toContainText("Reached");
});

/** Begins to watch; answers how long after the click on Deploy the panel said it, ms. */
async function noteWhenTold(signal: Locator): Promise<() => Promise<number>> {
  const clicked = await page.evaluateHandle((selector) => {
    const deploy = document.querySelector(selector);
    const at = new Promise<number>((resolve) => {
      deploy?.addEventListener("click", () => resolve(Date.now()), { once: true, capture: true });
    });
    return { at };
  }, "#red-ui-header-button-deploy");
  const told = await signal.page().evaluateHandle(() => {
    const at = new Promise<number>((resolve) => {
      const look = () => document.body.textContent?.includes("Reached") && resolve(Date.now());
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    return { at };
  });
  return async () =>
    (await told.evaluate(({ at }) => at)) - (await clicked.evaluate(({ at }) => at));
}

/** Points with the mouse, as an author does, and takes what lies there. */
async function pickAt(card: Locator, element: Locator): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error("the element has no place on the page");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await paneThere(page);
  await page.mouse.move(x, y);
  await expect(card.getByText(/matches|Here:/).first()).toBeVisible();
  await page.mouse.click(x, y);
  await expect(card.getByLabel("Element", { exact: true })).toBeVisible();
}
