import { browser } from "wxt/browser";
import { frameOrigins } from "../../lib/record/frame-origins.ts";

/** Less is no place to work in: counters and helpers of other services. CSS px. */
const MIN_SIDE = 40;

const patternOf = (origin: string) => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/** Origins of frames in a tab that the person sees and has not allowed; what is within those nobody can know. */
export const unseenFrames = async (tab: number): Promise<string[]> => {
  const found = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: frameOrigins,
    args: [MIN_SIDE],
  });
  const origins = [...new Set(found.flatMap(({ result }) => result ?? []))];
  const allowed = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [patternOf(origin)] })),
  );
  return origins.filter((_, at) => !allowed[at]);
};

export const allowFrames = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: origins.map(patternOf) });
