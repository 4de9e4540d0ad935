import { browser } from "wxt/browser";
import type { Platform } from "./platform.ts";
import { showRecording } from "./toolbar.ts";

const SCRIPT = "recorder";
/** What says where something must not be seen in a picture comes along: the first picture could not wait for it. */
const FILES = ["/recorder.js", "/redactor.js"];

/** The extension APIs behind the recorder's port. Not kept by the browser when it ends: W5. */
export const browserRecorder: Platform["recorder"] = {
  async on() {
    const { origins = [] } = await browser.permissions.getAll();
    const matches = origins.filter((pattern) => /^(\*|https?):|^<all_urls>$/.test(pattern));
    if (await this.isOn()) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    await browser.scripting.registerContentScripts([
      {
        id: SCRIPT,
        js: FILES,
        matches,
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: "document_start",
        persistAcrossSessions: false,
      },
    ]);
  },
  async off() {
    if (await this.isOn()) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  },
  async isOn() {
    const scripts = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    return scripts.length > 0;
  },
  async inject(tab) {
    const target = { tabId: tab, allFrames: true };
    await browser.scripting.executeScript({ target, files: FILES, injectImmediately: true });
  },
  async show(tabs, recorded) {
    await Promise.all(tabs.map((tab) => showRecording(tab, recorded)));
  },
};
