import { expect, test } from "@playwright/test";
import type { Guide } from "../../lib/model/guide.ts";
import { type NodeRed, startNodeRed } from "../hosts/node-red.ts";
import { launchWaymark, type Waymark } from "../support/launch.ts";
import { startServer, type WaymarkServer } from "../support/server-process.ts";
import { anchorTo } from "./page/support/guides.ts";
import { example, exampleKinds } from "./page/support/kinds.ts";
import { noticed, type Recording, record } from "./unharmed/recording.ts";

/** What can be noticed of a large app, from within it, when guides come and go that a person asked for. */

const DEPLOY = anchorTo({ tag: "a", id: "red-ui-header-button-deploy" });
const UNTIL_DONE = {
  on: "until",
  condition: { type: "attribute", of: "user", name: "done", op: "exists" },
} as const;
const GUIDES = exampleKinds()
  .filter((kind) => kind !== "announcement" && kind !== "how-to")
  .map((kind): Guide => {
    const { schedule: _, ...of } = example(kind);
    const steps = of.steps.map(({ actions: _, ...step }) => ({
      ...step,
      ...(step.anchor && { anchor: DEPLOY }),
      ...(kind === "checklist" && { advance: UNTIL_DONE }),
    }));
    return { ...of, steps, trigger: { start: "manual" } };
  });

let host: NodeRed;
let server: WaymarkServer;
let waymark: Waymark;
let recording: Recording;
test.beforeAll(async () => {
  [host, server, waymark] = await Promise.all([startNodeRed(), startServer(), launchWaymark()]);
  for (const one of GUIDES) await server.publish("guides", one);
  await waymark.connect(server, { site: host.url, user: "ada" });
  const page = await waymark.context.newPage();
  recording = await record(page, host.url, { large: true });
  await page.locator('.red-ui-palette-node[data-palette-type="debug"]').waitFor();
  await page.locator("#red-ui-loading-progress").waitFor({ state: "hidden" });
  await page.waitForFunction(() => localStorage.getItem("palette-state"));
  // Tips come and go by themselves, and the canvas changes its looks when it loses the focus, to whatever.
  await page.evaluate("RED.actions.invoke('core:toggle-show-tips', false)");
  await page.waitForFunction("$(':animated').length === 0");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await recording.settled();
});
test.afterAll(async () => {
  await waymark?.close();
  await Promise.all([server?.dispose(), host?.stop()]);
});

/** The focus goes to what a person asked for, and comes back. */
const notFocus = (line: string) =>
  !/^(focus:|event (down|up) (focus|focusin|blur|focusout) )/.test(line);

for (const { kind, id } of GUIDES) {
  test(`T14: in Node-RED a ${kind} changes nothing, and leaves everything as it was`, async () => {
    const { page, settled } = recording;
    const overlay = page.locator("waymark-overlay");
    const before = await noticed(recording, kind);
    const worker = await waymark.worker();
    const tab = await worker.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
      return tabs.find((one) => one.url?.startsWith(url))?.id ?? -1;
    }, host.url);
    await waymark.send("guide.start", { guide: id, tab });
    await overlay.waitFor({ state: "attached" });
    await settled();
    await settled();
    const open = await noticed(recording, kind);
    expect(open.state.filter(notFocus)).toEqual(before.state.filter(notFocus));
    expect(open.log.filter(notFocus)).toEqual([]);
    await waymark.send("guide.stop", { guide: id });
    await expect(overlay).toHaveCount(0);
    await settled();
    const after = await noticed(recording, kind);
    expect(after.log.filter(notFocus)).toEqual([]);
    expect({ ...after, log: [] }).toEqual({ ...before, log: [] });
  });
}
