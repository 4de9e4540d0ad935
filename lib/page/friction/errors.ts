import type { PageObserver } from "../observe.ts";
import { ALERTS, shown } from "../shown.ts";

/** E14 of docs/spec/events.md: what comes later has another cause than what the person did. */
const AFTERMATH_MS = 5_000;
/** A host that tells of one error again and again counts once. */
const TOLD_AGAIN_MS = 1_000;

/** Looks for alerts that appear after a person's actions, and only then; and hears what the host says itself. */
export function createErrors(page: PageObserver, onError: () => void, signal: AbortSignal) {
  let looking: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = Number.NEGATIVE_INFINITY;

  const stop = () => {
    clearTimeout(timer);
    looking?.abort();
    looking = undefined;
  };
  signal.addEventListener("abort", stop, { once: true });
  const onTold = () => {
    const now = performance.now();
    if (now - told >= TOLD_AGAIN_MS) onError();
    told = now;
  };
  addEventListener("waymark:error", onTold, { capture: true, signal });

  return {
    /** The person did something. Call it before the host learns of it. */
    acted(): void {
      clearTimeout(timer);
      timer = setTimeout(stop, AFTERMATH_MS);
      if (looking) return;
      looking = new AbortController();
      let there: ReadonlySet<Element> = new Set();
      const look = () => {
        const now = new Set(shown(page, ALERTS));
        const isNew = [...now].some((one) => !there.has(one));
        there = now;
        return isNew;
      };
      page.onChange(() => {
        if (look()) onError();
      }, looking.signal);
      look();
    },
  };
}
