import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { createBackground } from "../lib/background/background.ts";
import {
  createBrowserPlatform,
  DUE_ALARM,
  SYNC_ALARM,
} from "../lib/background/browser-platform.ts";
import { openPanelFromToolbar } from "../lib/background/toolbar.ts";
import { listen } from "../lib/message/listen.ts";

/** Every listener is registered in the first turn, or the event that woke the worker is lost. */
export default defineBackground(() => {
  const background = createBackground(createBrowserPlatform());

  listen(background.serve);
  browser.storage.local.onChanged.addListener((changes) => background.storageChanged(changes));
  browser.storage.managed.onChanged.addListener(() => background.policyChanged());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) background.sync();
    if (name === DUE_ALARM) background.due();
  });
  browser.runtime.onStartup.addListener(() => background.wake());
  browser.runtime.onInstalled.addListener(() => background.wake());
  browser.permissions.onRemoved.addListener(() => background.permissionsRemoved());
  openPanelFromToolbar();
});
