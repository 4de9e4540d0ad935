import { expect, type Page, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import { type NodeRed, startNodeRed } from "../hosts/node-red.ts";
import { createNodeRedUser, type NodeRedUser } from "../hosts/node-red-user.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { readDraft } from "../support/read-draft.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { tabOf } from "../support/tab-of.ts";
import { until } from "../support/until.ts";
import { agentReady } from "./agent-ready.ts";

/** A workflow recorded in the real Node-RED is a tour that another person follows to its end in another window. */

type Act = (page: Page, user: NodeRedUser) => Promise<void>;

const trayAtRest = (page: Page) => page.locator(".red-ui-tray :focus").waitFor();
const trayGone = (page: Page) => page.locator(".red-ui-tray").waitFor({ state: "detached" });
const sidebar =
  (id: string): Act =>
  (_, user) =>
    user.openSidebarTab(id);

/** What is done, and as what it is recorded. */
const WORKFLOW: [gesture: string, act: Act][] = [
  ["drag", (_, user) => user.dragNode("inject", { x: 420, y: 300 })],
  ["drag", (_, user) => user.dragNode("debug", { x: 640, y: 380 })],
  ["drag", (_, user) => user.wire()],
  [
    "click 2",
    async (page) => {
      const node = page.locator(".red-ui-flow-node-group", { hasText: "debug 1" });
      await node.dblclick({ position: { x: 70, y: 15 } });
      await trayAtRest(page);
    },
  ],
  [
    "input",
    async (page) => {
      await page.locator("#node-input-name").fill("");
      await page.locator("#node-input-name").pressSequentially("Orders");
      await page.keyboard.press("Tab");
    },
  ],
  [
    "click",
    async (page) => {
      await page.click("#node-dialog-ok");
      await trayGone(page);
    },
  ],
  ["click", sidebar("help")],
  ["click", sidebar("debug")],
  ["key Control+A", (page) => page.keyboard.press("Control+a")],
  [
    "click 2",
    async (page) => {
      await page.dblclick("#red-ui-workspace-tabs > li.active");
      await trayAtRest(page);
    },
  ],
  [
    "input",
    async (page) => {
      await page.locator("#node-input-name").pressSequentially(" of today");
      await page.keyboard.press("Tab");
    },
  ],
  [
    "click",
    async (page) => {
      await page.click("#node-dialog-ok");
      await trayGone(page);
    },
  ],
  ["click", (_, user) => user.deploy()],
];

let host: NodeRed;
let server: WaymarkServer;
let waymark: Waymark;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  [host, server, waymark] = await Promise.all([
    startNodeRed(),
    startServer(),
    launchWaymark({ viewport: { width: 1400, height: 900 } }),
  ]);
});
test.afterAll(async () => {
  await waymark?.close();
  await Promise.all([server?.dispose(), host?.stop()]);
});

async function openApp(): Promise<[Page, NodeRedUser]> {
  const page = await waymark.context.newPage();
  page.setDefaultTimeout(8_000);
  page.on("dialog", (dialog) => dialog.accept());
  const user = createNodeRedUser(page, host.url);
  await user.open();
  return [page, user];
}

test("W8, W10: recorded with mouse and keyboard, followed to its end by another person in another window", async () => {
  test.setTimeout(60_000);
  const [page, user] = await openApp();
  await waymark.send("recording.start", { tab: await tabOf(waymark, page) });
  for (const [, act] of WORKFLOW) await act(page, user);
  const status = await until(
    "all steps",
    () => waymark.send("recording.state", {}),
    (now) => (now?.steps.length ?? 0) > WORKFLOW.length,
  );
  console.log(status?.steps.map(({ title, lamp }) => `${title.en} ${lamp}`));
  await waymark.send("recording.finish", {});
  const recorded = await readDraft(waymark);
  console.log(JSON.stringify(recorded.steps.map(({ advance }) => advance)));
  expect(recorded.steps.slice(1).map(told)).toEqual(WORKFLOW.map(([gesture]) => gesture));
  await server.publish("guides", { ...recorded, kind: "tour" });

  await waymark.close();
  waymark = await launchWaymark({ viewport: { width: 1120, height: 760 } });
  await waymark.connect(server, { site: host.url, user: "grace" });
  const [theirs, hands] = await openApp();
  await agentReady(theirs);
  await waymark.send("guide.start", { guide: recorded.id, tab: await tabOf(waymark, theirs) });
  await follow(recorded, theirs, hands);
});

/** Does at each step what it says, and goes on where people say themselves that they did it. */
async function follow(guide: Guide, page: Page, user: NodeRedUser): Promise<void> {
  for (const [at, [, act]] of WORKFLOW.entries()) {
    const step = guide.steps[at + 1];
    if (!step) throw new Error(`there is no step ${at + 1}`);
    const place = `${at + 2} of ${guide.steps.length}`;
    const card = page.locator("waymark-overlay .card", { hasText: place });
    await expect(card, step.title.en ?? "").toBeVisible();
    await act(page, user);
    if (step.advance.on === "next")
      await card.getByRole("button", { name: /^(Next|Done)$/ }).click();
    await expect(card, step.title.en ?? "").toBeHidden();
  }
  await expect(page.locator("waymark-overlay")).toHaveCount(0);
}

function told({ recorded }: Guide["steps"][number]): string {
  const gesture = recorded?.gesture;
  if (gesture?.type === "key") return `key ${gesture.keys}`;
  return gesture?.type === "click" && gesture.count ? `click ${gesture.count}` : `${gesture?.type}`;
}
