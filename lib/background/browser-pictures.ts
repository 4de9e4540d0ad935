import { browser } from "wxt/browser";
import type { PicturePorts } from "./pictures.ts";

const SCRIPT = "/redactor.js";
/** A frame that takes longer to say what is in it is hidden as a whole. */
const IN_TIME_MS = 300;

/** All frames at once, or the top one alone where another keeps them waiting. */
export const lookForSensitive: PicturePorts["look"] = async (tab) => {
  const all = await inTime(ask({ tabId: tab, allFrames: true }));
  return all ?? (await inTime(ask({ tabId: tab, frameIds: [0] }))) ?? [];
};

type Target = { tabId: number; allFrames?: boolean; frameIds?: number[] };
type Said = Awaited<ReturnType<PicturePorts["look"]>>;

async function ask(target: Target): Promise<Said> {
  const said = await askOnce(target);
  const silent = said.filter(({ result }) => result === null).map(({ frame }) => frame);
  if (silent.length === 0) return said;
  const frames = { tabId: target.tabId, frameIds: silent };
  await browser.scripting.executeScript({
    target: frames,
    files: [SCRIPT],
    injectImmediately: true,
  });
  return [...said.filter(({ result }) => result !== null), ...(await askOnce(frames))];
}

async function askOnce(target: Target): Promise<Said> {
  const said = await browser.scripting.executeScript({
    target: target as { tabId: number },
    func: sightHere,
    injectImmediately: true,
  });
  return said.map(({ frameId, result }) => ({ frame: frameId, result: result ?? null }));
}

/** Runs in a frame, and so can import nothing; see `lib/record/sensitive/sight-port.ts`. */
function sightHere(): unknown {
  type World = Record<symbol, (() => unknown) | undefined>;
  return (globalThis as unknown as World)[Symbol.for("waymark.sight")]?.() ?? null;
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, IN_TIME_MS, undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Browsers take whatever tab is in front, so who is in front is asked before and after. */
export const captureTab: PicturePorts["capture"] = async (tab) => {
  if (!(await mayTakePictures())) return null;
  const { active, windowId } = await browser.tabs.get(tab);
  if (!active) return null;
  const address = await browser.tabs.captureVisibleTab(windowId, { format: "png" });
  const after = await browser.tabs.get(tab);
  if (!after.active || after.windowId !== windowId) return null;
  return (await fetch(address)).blob();
};

/** Browsers let extensions take pictures only where they may see every site. It is asked for when recording begins. */
export const ALL_SITES = { origins: ["<all_urls>"] };

function mayTakePictures(): Promise<boolean> {
  return browser.permissions.contains(ALL_SITES);
}
