import { fingerprint } from "../../../lib/anchor/dom/fingerprint.ts";
import { searchPage } from "../../../lib/anchor/dom/search.ts";
import type { Anchor } from "../../../lib/model/anchor.ts";
import { buildApp } from "./app-page.ts";

/** What the bench calls in the isolated world of a page, where the overlay runs in an extension. */
const world = {
  build: buildApp,
  fingerprintOf(selector: string) {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`nothing matches ${selector}`);
    return fingerprint(element);
  },
  /** Changes something and lets the page draw, as it is before most searches. */
  async change(selector: string) {
    document.querySelector(selector)?.toggleAttribute("data-changed");
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  },
  /** How long a search took, ms. */
  async search(anchor: Anchor) {
    const began = performance.now();
    await searchPage(anchor, AbortSignal.timeout(20_000));
    return performance.now() - began;
  },
  /** Long tasks of the page from now on, ms each; read with `longTasks`. */
  watchTasks() {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
  },
  longTasks: () => tasks.splice(0),
};

const tasks: number[] = [];

export type SpeedWorld = typeof world;

Object.assign(globalThis, { world });
