import { expect, type Page } from "@playwright/test";
import type { NodeRedUser } from "../../hosts/node-red-user.ts";
import type { TourId } from "../../support/node-red-tours.ts";

/** On the canvas, where no card stands. */
const AWAY = { x: 420, y: 160 };

/** What a person does at a step, where the tour's own functions did it for them. */
interface Hands {
  /** Before the step can point: opens what it is about. */
  open?: (page: Page, user: NodeRedUser) => Promise<void>;
  /** Opens it only when the step says that it is not there. */
  late?: boolean;
  /** What the step asks for. */
  act?: (page: Page, user: NodeRedUser) => Promise<void>;
  /** After the step: closes it again. */
  close?: (page: Page, user: NodeRedUser) => Promise<void>;
}

const sidebar = (id: string): Hands => ({
  open: async (page) => {
    const tab = page.locator(`.red-ui-sidebar-tab-bar button[data-tab-id="${id}"]`);
    if (!(await tab.getAttribute("class"))?.includes("selected")) await tab.click();
  },
});

const menu = (id: string): Hands => ({
  open: async (page) => {
    const entry = page.locator(`#${id}`);
    if (!(await entry.isVisible())) await page.click("#red-ui-header-button-sidemenu");
    await entry.hover();
    await page.locator(`#${id}-submenu`).waitFor();
  },
  close: async (page) => {
    if (await page.locator(`#${id}`).isVisible())
      await page.click("#red-ui-header-button-sidemenu");
  },
});

const settings: Hands = {
  open: async (page) => {
    await page.click("#red-ui-header-button-sidemenu");
    await page.click("#menu-item-user-settings");
    await page.locator("#user-settings-view-store-position").waitFor();
    await trayAtRest(page);
  },
  close: (page) => closeTray(page, "#node-dialog-ok"),
};

const HANDS: Partial<Record<TourId, Record<number, Hands>>> = {
  "first-flow": {
    1: { act: (_, user) => user.addTab() },
    2: { act: (_, user) => user.dragNode("inject", { x: 620, y: 160 }) },
    3: { act: (_, user) => user.dragNode("debug", { x: 880, y: 160 }) },
    4: { act: (_, user) => user.wire() },
    5: { act: (_, user) => user.deploy() },
  },
  "welcome-5.0": {
    2: sidebar("explorer"),
    3: sidebar("info"),
    5: sidebar("palette"),
    7: settings,
    9: sidebar("debug"),
  },
  "welcome-2.2": {
    1: {
      open: async (page) => {
        await page.click("#red-ui-view-searchtools-search");
        await page.locator("#red-ui-search").waitFor();
      },
      close: async (page) => {
        await page.locator("#red-ui-search .red-ui-searchBox-input").press("Escape");
        await page.locator("#red-ui-search").waitFor({ state: "hidden" });
      },
    },
    2: settings,
  },
  "welcome-2.1": {
    2: menu("menu-item-edit-menu"),
    3: menu("menu-item-arrange-menu"),
    5: { open: (page) => page.click("#red-ui-header-tabs .red-ui-tab-button.red-ui-tabs-menu a") },
    7: {
      late: true,
      open: async (page) => {
        await openTray(page, () => page.dblclick("#red-ui-workspace-tabs > li.active"));
        await page.click("#red-ui-tab-editor-tab-envProperties-link-button");
        await page.locator(".node-input-env-container-row").waitFor();
      },
    },
    8: { close: (page) => closeTray(page, "#node-dialog-cancel") },
    12: {
      open: async (page, user) => {
        await page
          .locator('.red-ui-palette-node[data-palette-type="change"]')
          .scrollIntoViewIfNeeded();
        await user.dragNode("change", AWAY);
        await openTray(page, () => page.mouse.dblclick(AWAY.x, AWAY.y));
        await page.click(".node-input-rule-property-value + * .red-ui-typedInput-type-select");
        await page.locator('.red-ui-typedInput-options a[value="msg"]:visible').click();
        await page.locator(".node-input-rule-property-deepCopy").waitFor();
      },
      close: (page) => closeTray(page, "#node-dialog-cancel"),
    },
  },
};

export function handsAt(tour: TourId, index: number): Hands {
  return HANDS[tour]?.[index] ?? {};
}

/** A pane slides in and then takes the focus; who goes on with the keyboard before that is torn away. */
async function trayAtRest(page: Page): Promise<void> {
  await page.locator(".red-ui-tray :focus").waitFor();
}

/** Node-RED measures itself whether two presses are a double click; who was too slow does it once more. */
async function openTray(page: Page, pressTwice: () => Promise<void>): Promise<void> {
  const tray = page.locator(".red-ui-tray");
  await expect(async () => {
    if ((await tray.count()) === 0) await pressTwice();
    await tray.waitFor({ state: "attached", timeout: 2_000 });
  }).toPass();
  await trayAtRest(page);
}

async function closeTray(page: Page, button: string): Promise<void> {
  await page.click(button);
  await page.locator(".red-ui-tray").waitFor({ state: "detached" });
}
