import { browser } from "wxt/browser";

/** Less is no place to work in: counters and helpers of other services. CSS px. */
const MIN_SIDE = 40;

const patternOf = (origin: string) => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/** Origins of frames in a tab that the person sees and has not allowed; what is within those nobody can know. */
export async function unseenFrames(tab: number): Promise<string[]> {
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
}

export const allowFrames = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: origins.map(patternOf) });

/** Runs in a frame, and so can import nothing. */
function frameOrigins(minSide: number): string[] {
  const roots: ParentNode[] = [document];
  const origins: string[] = [];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (!(element instanceof HTMLIFrameElement)) continue;
      const { width, height } = element.getBoundingClientRect();
      const url = URL.parse(element.src);
      const isWeb = url !== null && /^https?:$/.test(url.protocol);
      if (isWeb && width >= minSide && height >= minSide) origins.push(url.origin);
    }
  }
  return origins;
}
