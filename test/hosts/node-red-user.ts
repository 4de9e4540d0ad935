import type { Page } from "@playwright/test";

interface Point {
  x: number;
  y: number;
}

/** What a person does in Node-RED, with a real mouse. */
export interface NodeRedUser {
  open(): Promise<void>;
  addTab(): Promise<void>;
  /** Drags a node from the palette and drops it at this point of the window. */
  dragNode(type: string, to: Point): Promise<void>;
  /** Draws a wire from the first output to the first input on the canvas. */
  wire(): Promise<void>;
  /** Presses Deploy and waits until Node-RED says that it is done. */
  deploy(): Promise<void>;
  /** Opens a tab of the sidebar that is not open yet, such as "help". */
  openSidebarTab(id: string): Promise<void>;
}

export function createNodeRedUser(page: Page, url: string): NodeRedUser {
  const centre = async (selector: string): Promise<Point> => {
    const element = page.locator(selector).first();
    await element.waitFor();
    const box = await element.boundingBox();
    if (!box) throw new Error(`${selector} has no place on the page`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  /** In small moves, as a hand does: drag libraries begin only after some of them. */
  const drag = async (from: Point, to: Point) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 4, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 16 });
    await page.mouse.up();
  };
  return {
    open: async () => {
      await page.goto(url);
      await page.locator('.red-ui-palette-node[data-palette-type="debug"]').waitFor();
    },
    addTab: () => page.click("#red-ui-header-tabs .red-ui-tab-button.red-ui-tabs-add a"),
    dragNode: async (type, to) =>
      drag(await centre(`.red-ui-palette-node[data-palette-type="${type}"]`), to),
    wire: async () =>
      drag(
        await centre(".red-ui-flow-port-output .red-ui-flow-port"),
        await centre(".red-ui-flow-port-input .red-ui-flow-port"),
      ),
    deploy: async () => {
      await page.click("#red-ui-header-button-deploy:not(.disabled)");
      await page.locator(".red-ui-notification-success").first().waitFor();
    },
    openSidebarTab: (id) =>
      page.click(`.red-ui-sidebar-tab-bar button[data-tab-id="${id}"]:not(.selected)`),
  };
}
