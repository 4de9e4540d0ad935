import type { Page } from "@playwright/test";
import type { NodeRedUser } from "../../hosts/node-red-user.ts";

/** One thing that a person does in Node-RED, in whatever language it is. */
export interface Deed {
  /** As what it is recorded. */
  gesture: string;
  /** What is used; absent: nothing that has a place. */
  at?: string;
  act(page: Page, user: NodeRedUser): Promise<void>;
}

/** As long as a finger holds a button down, ms. */
const PRESS = { delay: 120 };
const NAME = "#node-input-name";
const DONE = "#node-dialog-ok";
const DEBUG = '.red-ui-flow-node-group:has-text("debug 1")';
const TAB = "#red-ui-workspace-tabs > li.active";

const palette = (type: string) => `.red-ui-palette-node[data-palette-type="${type}"]`;
const sidebar = (id: string): Deed => ({
  gesture: "click",
  at: `.red-ui-sidebar-tab-bar button[data-tab-id="${id}"]`,
  act: (_, user) => user.openSidebarTab(id),
});
const opens = (selector: string): Deed => ({
  gesture: "click 2",
  at: selector,
  async act(page) {
    await page.locator(selector).dblclick({ position: { x: 70, y: 15 } });
    await page.locator(".red-ui-tray :focus").waitFor();
  },
});
const named = (name: string): Deed => ({
  gesture: "input",
  at: NAME,
  async act(page) {
    await page.click(NAME, { ...PRESS, clickCount: 3 });
    await page.keyboard.type(name);
    await page.keyboard.press("Tab");
  },
});
const done: Deed = {
  gesture: "click",
  at: DONE,
  async act(page) {
    await page.click(DONE, PRESS);
    await page.locator(".red-ui-tray").waitFor({ state: "detached" });
  },
};

/** Palette, canvas, dialogs, tabs, sidebar, keyboard. */
export const WORKFLOW: readonly Deed[] = [
  {
    gesture: "drag",
    at: palette("inject"),
    act: (_, user) => user.dragNode("inject", { x: 300, y: 560 }),
  },
  {
    gesture: "drag",
    at: palette("debug"),
    act: (_, user) => user.dragNode("debug", { x: 680, y: 300 }),
  },
  { gesture: "drag", at: ".red-ui-flow-node-group", act: (_, user) => user.wire() },
  opens(DEBUG),
  named("Orders"),
  done,
  sidebar("help"),
  sidebar("info"),
  { gesture: "key Control+A", act: (page) => page.keyboard.press("Control+a") },
  opens(TAB),
  named("Orders of today"),
  done,
  {
    gesture: "click",
    at: "#red-ui-header-button-deploy",
    act: (_, user) => user.deploy(),
  },
];
