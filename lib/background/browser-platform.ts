import { type Browser, browser } from "wxt/browser";
import { askTab, tellExtensionPages, tellTab } from "../message/listen.ts";
import type { PageMessage } from "../message/protocol.ts";
import type { Anchor } from "../model/anchor.ts";
import { captureTab, lookForSensitive } from "./browser-pictures.ts";
import { browserRecorder } from "./browser-recorder.ts";
import { paintPicture } from "./paint-picture.ts";
import type { Platform } from "./platform.ts";
import { showUnread } from "./toolbar.ts";

export const SYNC_ALARM = "sync";
export const DUE_ALARM = "due";

/** A wake-up that fails half way must not have been the last one. */
const WAKE_PERIOD_MINUTES = 15;

const SCRIPT = "agent";
/** In the order in which they need one another. */
const agentFiles = (friction: boolean) => ["/agent.js", ...(friction ? ["/friction.js"] : [])];
const OVERLAY_FILES = ["/locator.js", "/overlay.js"];
const FRAME_FILE = "/frame.js";

/** The extension APIs behind the background's port. */
export function createBrowserPlatform(): Platform {
  const url = async (tab: number) => (await tabOf(tab))?.url;
  const opener = async (tab: number) => (await tabOf(tab))?.openerTabId;
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    fetch: (input, init) => fetch(input, init),
    version: browser.runtime.getManifest().version,
    locales: navigator.languages,
    local: {
      getAll: () => browser.storage.local.get(null),
      set: (items) => browser.storage.local.set(items),
      remove: (keys) => browser.storage.local.remove(keys),
    },
    // Firefox has none at all where nobody set one.
    managed: () => browser.storage.managed.get(null).catch(() => ({})),
    tabs: { tell: tellTab, look: askTab, tellAll, ofSites, url, opener },
    recorder: browserRecorder,
    badge: showUnread,
    scripts: {
      hasPermission: (origin) => browser.permissions.contains({ origins: [matchPattern(origin)] }),
      register,
      injectAgent: (tab, friction) => inject(agentFiles(friction), { tabId: tab, allFrames: true }),
      injectOverlay: (tab) => inject(OVERLAY_FILES, { tabId: tab, frameIds: [0] }),
      bid,
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    pictures: { look: lookForSensitive, capture: captureTab, paint: paintPicture },
    wakeAt: (time) =>
      browser.alarms.create(SYNC_ALARM, { when: time, periodInMinutes: WAKE_PERIOD_MINUTES }),
    wakeWhenDue,
    changed: () => void tellExtensionPages(),
  };
}

async function tellAll(message: PageMessage): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && tellTab(id, message)));
}

async function ofSites(origins: readonly string[]): Promise<{ id: number; url: string }[]> {
  if (origins.length === 0) return [];
  const tabs = await browser.tabs.query({ url: origins.map(matchPattern) });
  return tabs.flatMap(({ id, url }) =>
    id !== undefined && url && origins.includes(new URL(url).origin) ? [{ id, url }] : [],
  );
}

async function wakeWhenDue(time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(DUE_ALARM);
  else await browser.alarms.create(DUE_ALARM, { when: time });
}

/** Undefined: it is closed, which the browser says as an error. Any other error is thrown. */
async function tabOf(tab: number): Promise<Browser.tabs.Tab | undefined> {
  try {
    return await browser.tabs.get(tab);
  } catch (error) {
    if (error instanceof Error && CLOSED.test(error.message)) return undefined;
    throw error;
  }
}

/** "No tab with id: 7." of Chromium, "Invalid tab ID: 7" of Firefox. */
const CLOSED = /^(No tab with id|Invalid tab ID)\b/;

/**
 * `registerContentScripts` succeeds without permission and then never runs, so permission is asked for first,
 * and the script is no declared one: a declared one would make its sites required permissions.
 */
async function register(origins: readonly string[], friction: boolean): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (origins.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const matches = [...new Set(origins.map(matchPattern))].sort();
  const js = agentFiles(friction);
  const [before] = registered;
  // Updating makes the browser read all scripts again, and pages that load meanwhile go without.
  const isSame = before?.matches?.toSorted().join() === matches.join();
  if (isSame && before?.js?.length === js.length) return;
  const script = {
    id: SCRIPT,
    js,
    matches,
    allFrames: true,
    runAt: "document_start" as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Not every browser's patterns know ports, so this one has none; the agent of another port finds no configuration and rests. */
function matchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

async function inject(files: string[], target: Browser.scripting.InjectionTarget): Promise<void> {
  await browser.scripting.executeScript({ target, files });
}

/** In frames that are still loading too: they say later that they have changed. */
const bid: Platform["scripts"]["bid"] = async (tab, isOurs, search, anchor) => {
  const everywhere = { tabId: tab, allFrames: true };
  const origins = await browser.scripting.executeScript({
    target: everywhere,
    func: () => location.origin,
    injectImmediately: true,
  });
  const ours = origins.filter(({ frameId, result }) => frameId !== 0 && isOurs(String(result)));
  if (ours.length === 0) return [];
  const target = { tabId: tab, frameIds: ours.map(({ frameId }) => frameId) };
  const files = ["/locator.js", FRAME_FILE];
  const top = { tabId: tab, frameIds: [0] };
  await Promise.all([
    browser.scripting.executeScript({ target, files, injectImmediately: true }),
    browser.scripting.executeScript({ target: top, files: [FRAME_FILE], injectImmediately: true }),
  ]);
  const said = await browser.scripting.executeScript({
    target,
    func: askBidder,
    args: [search, anchor],
    injectImmediately: true,
  });
  return said.map(({ frameId: frame, documentId: document, result }) => ({
    frame,
    document,
    result,
  }));
};

/** Runs in a frame, and so can import nothing; see `lib/page/frames/frame-port.ts`. */
function askBidder(search: string, anchor: Anchor): unknown {
  type World = Record<symbol, { bid(search: string, anchor: Anchor): unknown } | undefined>;
  return (globalThis as unknown as World)[Symbol.for("waymark.frame")]?.bid(search, anchor);
}
