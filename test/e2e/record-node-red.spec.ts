import { expect, type Page, test } from "@playwright/test";
import { lint } from "../../lib/draft/lint.ts";
import { assetsOf } from "../../lib/model/asset.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { RichText } from "../../lib/model/rich-text.ts";
import { type NodeRed, startNodeRed } from "../hosts/node-red.ts";
import { createNodeRedUser, type NodeRedUser } from "../hosts/node-red-user.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { readDraft } from "../support/read-draft.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { tabOf } from "../support/tab-of.ts";
import { agentReady } from "./agent-ready.ts";
import { follow } from "./recording/follow.ts";
import { WORKFLOW } from "./recording/node-red-workflow.ts";

/** A workflow that was recorded in the real Node-RED is followed by another person, in other windows and languages. */

let hosts: [NodeRed, NodeRed];
let server: WaymarkServer;
let waymark: Waymark;
let recorded: Guide;
test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  [hosts, server, waymark] = await Promise.all([
    // Where it is followed nothing is left of where it was recorded.
    Promise.all([startNodeRed(), startNodeRed()]),
    startServer(),
    launchWaymark({
      viewport: { width: 1500, height: 900 },
      scale: 1,
      sidePanel: true,
      allSites: true,
    }),
  ]);
});
test.afterAll(async () => {
  await waymark?.close();
  await Promise.all([server?.dispose(), ...(hosts ?? []).map((host) => host.stop())]);
});

/** Opens Node-RED in a language that its user has chosen. */
async function openApp(url: string, language: string): Promise<[Page, NodeRedUser]> {
  const page = await waymark.context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("dialog", (dialog) => dialog.accept());
  await page.addInitScript((chosen) => localStorage.setItem("editor-language", chosen), language);
  const user = createNodeRedUser(page, url);
  await user.open();
  return [page, user];
}

const STEPS = [
  "Open “Node-RED : Flow 1”",
  "Drag “inject” to its place",
  "Drag “debug” to its place",
  "Drag “timestamp” to “debug 1”",
  "Double-click “debug 1”",
  "Fill in “Name”",
  "Click “Done”",
  "Click “Help”",
  "Click “Information”",
  "Press Ctrl+A",
  "Double-click “Flow 1”",
  "Fill in “Name”",
  "Click “Done”",
  "Click “Deploy”",
];

test("W8, W10, P4: done once with mouse and keyboard, a workflow is a guide with pictures", async () => {
  test.setTimeout(90_000);
  const [page, user] = await openApp(hosts[0].url, "en-US");
  const panel = await waymark.sidePanel(page);
  const card = panel.getByRole("region", { name: "Record a guide" });
  await card.getByRole("button", { name: "Start recording" }).click();
  const steps = card.getByRole("listitem");
  await expect(steps).toHaveCount(1);
  for (const [at, { act }] of WORKFLOW.entries()) {
    await act(page, user);
    await expect(steps).toHaveCount(at + 2);
  }
  const editor = waymark.context.waitForEvent("page");
  await card.getByRole("button", { name: "Finish and edit" }).click();
  await editor;
  recorded = await readDraft(waymark);
  expect(recorded.steps.map(({ title }) => title.en)).toEqual(STEPS);
  expect(recorded.steps[4]?.advance.on).toBe("until");
  const pictures = assetsOf(recorded).map(({ asset }) => asset);
  expect(pictures).not.toEqual([]);
  // Where the browser or the page allowed none, the author is told.
  const bare = recorded.steps.filter(({ id, anchor }) => anchor && !pictured(recorded, id));
  const told = lint(recorded).filter(({ code }) => code === "picture-missing");
  expect(told.map(({ step }) => step)).toEqual(bare.map(({ id }) => id));
});

test("T11, T19: somebody else follows it to its end, in another window", async () => {
  test.setTimeout(60_000);
  await server.publish("guides", { ...withoutPictures(recorded), kind: "tour" });
  await waymark.close();
  waymark = await launchWaymark({ viewport: { width: 1120, height: 760 } });
  await waymark.connect(server, { site: hosts[1].url, user: "grace" });
  await start(hosts[1].url, "en-US");
});

test("A12: and when Node-RED was started anew in German", async () => {
  test.setTimeout(60_000);
  await hosts[1].stop();
  hosts[1] = await startNodeRed({ port: Number(new URL(hosts[1].url).port) });
  await start(hosts[1].url, "de", { width: 1600, height: 1000 });
});

async function start(url: string, language: string, size?: { width: number; height: number }) {
  for (const page of waymark.context.pages().slice(1)) await page.close();
  const [page, user] = await openApp(url, language);
  if (size) await page.setViewportSize(size);
  await agentReady(page);
  await waymark.send("guide.start", { guide: recorded.id, tab: await tabOf(waymark, page) });
  await follow(recorded, WORKFLOW, { page, user });
}

function pictured({ steps }: Guide, id: string): boolean {
  return steps.some((step) => step.id === id && step.body.en?.some(({ type }) => type === "image"));
}

/** Those are sent by who publishes on their own device. */
function withoutPictures(guide: Guide): Guide {
  const bare = (text: RichText) => text.filter(({ type }) => type !== "image");
  const steps = guide.steps.map((step) => ({
    ...step,
    body: Object.fromEntries(Object.entries(step.body).map(([key, text]) => [key, bare(text)])),
  }));
  return { ...guide, steps };
}
