import type { CDPSession, Page } from "@playwright/test";
import { TARGET } from "./published.ts";

/** Elements around the target, as deep as pages of web apps are. */
const DEPTH = 25;

export interface Target {
  page: Page;
  /** A press and a release of the mouse, as the browser makes them for a person. */
  click(): Promise<void>;
}

/** Puts a button deep into the page, and a mouse on it. */
export async function placeTarget(page: Page): Promise<Target> {
  await page.evaluate((depth) => {
    let inner: Element = document.body;
    for (let n = 0; n < depth; n++) {
      const wrapper = document.createElement("div");
      wrapper.className = `level level-${n}`;
      inner.append(wrapper);
      inner = wrapper;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Target";
    button.dataset.bench = "target";
    inner.append(button);
  }, DEPTH);
  const button = page.locator(TARGET);
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error("the target of the clicks is not visible");
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at });
  return { page, click: () => click(cdp, at) };
}

async function click(cdp: CDPSession, at: { x: number; y: number }): Promise<void> {
  for (const type of ["mousePressed", "mouseReleased"] as const) {
    await cdp.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
  }
}
