import type { CDPSession, Page } from "@playwright/test";

/** Elements around the target, as deep as pages of web apps are. */
const DEPTH = 25;

export interface Target {
  page: Page;
  /** A press and a release of the mouse, as the browser makes them for a person. */
  click(): Promise<void>;
}

/** Puts a button deep into the page, and a mouse on it. */
export async function placeTarget(page: Page): Promise<Target> {
  // No locator of Playwright: it leaves listeners in the page, whose calls would be counted.
  const at = await page.evaluate((depth) => {
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
    button.scrollIntoView();
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, DEPTH);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at });
  return { page, click: () => click(cdp, at) };
}

async function click(cdp: CDPSession, at: { x: number; y: number }): Promise<void> {
  for (const type of ["mousePressed", "mouseReleased"] as const) {
    await cdp.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
  }
}
