import type { Page } from "@playwright/test";

/** What a person does in the page, with a real mouse and keyboard. Nothing of it is meant for a guide. */
const WORK: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    "types into a field and clears it with Escape",
    async (page) => {
      await click(page, "#name");
      await page.keyboard.type("Grace");
      await page.keyboard.press("Escape");
      await page.keyboard.type("Ada");
    },
  ],
  [
    "goes on with the keyboard and sends the form",
    async ({ keyboard }) => {
      await keyboard.press("Tab");
      await keyboard.press("ArrowDown");
      await keyboard.press("Tab");
      await keyboard.press("Space");
      await keyboard.press("Shift+Tab");
    },
  ],
  ["uses a button that keeps the focus where it is", (page) => click(page, "#bold")],
  ["uses a shortcut", ({ keyboard }) => keyboard.press("Control+k")],
  ["selects a word", (page) => click(page, "#text", { clickCount: 2 })],
  [
    "copies it into a field",
    async (page) => {
      await page.keyboard.press("Control+c");
      await click(page, "#name");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+v");
      await page.keyboard.press("Enter");
    },
  ],
  [
    "drags",
    async (page) => {
      const [from, to] = [await centre(page, "#source"), await centre(page, "#bin")];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
  ],
  ["scrolls a list", (page) => scroll(page, "#list", "#list", 60)],
  ["scrolls the page", (page) => scroll(page, "#name", "html", 40)],
  ["scrolls it back", (page) => scroll(page, "#name", "html", -40)],
  ["presses a button in a shadow root", (page) => click(page, "#card")],
  ["goes to another route", (page) => click(page, "#settings")],
  ["opens a dialog", (page) => click(page, "#open")],
  ["types in it", ({ keyboard }) => keyboard.type("Apollo")],
  ["shuts it", (page) => click(page, "#shut")],
];

/** The whole of it; `settled` is awaited after each part. */
export async function work(page: Page, settled: () => Promise<void>): Promise<void> {
  for (const [what, act] of WORK) {
    await page.evaluate((line) => window.recorder.part(line), what);
    await act(page);
    await settled();
  }
}

async function centre(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const { x, y, hit } = await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!element) throw new Error(`nothing matches ${wanted}`);
    const box = element.getBoundingClientRect();
    // The words of the text, not the rest of its line.
    const at = { x: box.x + Math.min(box.width / 2, 20), y: box.y + box.height / 2 };
    return { ...at, hit: document.elementFromPoint(at.x, at.y)?.localName };
  }, selector);
  if (hit === "waymark-overlay") throw new Error(`the guide lies on ${selector}; move one of them`);
  return { x, y };
}

async function click(page: Page, selector: string, options = {}): Promise<void> {
  const { x, y } = await centre(page, selector);
  await page.mouse.click(x, y, options);
}

async function scroll(page: Page, over: string, region: string, by: number): Promise<void> {
  const { x, y } = await centre(page, over);
  await page.mouse.move(x, y);
  const ended = page.evaluateHandle((selector) => {
    const element = document.querySelector(selector);
    const on = selector === "html" ? document : element;
    return {
      done: new Promise((resolve) => on?.addEventListener("scrollend", resolve, { once: true })),
    };
  }, region);
  const { done } = { done: await ended };
  await page.mouse.wheel(0, by);
  await done.evaluate((handle) => handle.done);
}
