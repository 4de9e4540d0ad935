import type { Page } from "@playwright/test";
import type { Waymark } from "../../support/launch.ts";
import { type Latency, latencyOf, watchInputs } from "./latency.ts";

export interface Edited {
  /** From the address until its last row was painted, ms. */
  open: number;
  title: Latency;
  body: Latency;
  reorder: Latency;
  undo: Latency;
  scroll: Latency;
  /** Opening one step after the other, each with its picture. */
  walk: Latency;
  /** Pictures in the page after that walk. */
  pictures: number;
  /** Script memory after that walk, and what the same walk again adds to it, MB. */
  heap: number;
  leaked: number;
}

const KEYS = 40;
const MOVES = 20;

/** Everything that an author does in a guide of so many steps. */
export async function measureEditing(
  waymark: Waymark,
  guide: string,
  steps: number,
): Promise<Edited> {
  const page = await waymark.context.newPage();
  const began = performance.now();
  await page.goto(`chrome-extension://${waymark.extensionId}/editor.html?guide=${guide}`);
  await page
    .locator(".step-row")
    .nth(steps - 1)
    .waitFor();
  const open = performance.now() - began;
  await watchInputs(page);

  const type = async () => page.keyboard.press("x");
  await page.getByLabel("Title", { exact: true }).focus();
  const title = await latencyOf(page, KEYS, type);
  await page.getByRole("textbox", { name: "Text" }).locator("p").first().click();
  const body = await latencyOf(page, KEYS, type);

  await page.locator(".step-name").first().focus();
  const key = (time: number) => (time % 2 === 0 ? "Alt+ArrowDown" : "Alt+ArrowUp");
  const reorder = await latencyOf(page, MOVES, (time) => page.keyboard.press(key(time)));
  const undo = await latencyOf(page, MOVES, () => page.keyboard.press("Control+z"));

  await page.locator(".editor-list").hover();
  const scroll = await latencyOf(page, MOVES, () => page.mouse.wheel(0, 120));
  const rows = page.locator(".step-name");
  const openStep = async (at: number) => {
    await rows.nth(at).focus();
    await page.keyboard.press("Enter");
    await page.locator(".rich-image img:not([hidden])").first().waitFor();
  };
  const walk = await latencyOf(page, steps, openStep);
  const pictures = await page.locator("img").count();
  const heap = await heapOf(page);
  await latencyOf(page, steps, openStep);
  const leaked = (await heapOf(page)) - heap;
  await page.close();
  return { open, title, body, reorder, undo, scroll, walk, pictures, heap, leaked };
}

/** MB, garbage swept up. */
async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  await cdp.detach();
  return usedSize / 1e6;
}
