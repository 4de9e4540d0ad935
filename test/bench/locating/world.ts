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
  /** Searches as often as asked, after a change of the page each time; ms, and what was found. */
  async time(anchor: Anchor, times: number, within: string) {
    const elapsed: number[] = [];
    let html = "";
    for (let n = 0; n < times; n++) {
      document.querySelector(within)?.toggleAttribute("data-changed");
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const began = performance.now();
      const answer = await searchPage(anchor, AbortSignal.timeout(20_000));
      elapsed.push(performance.now() - began);
      html = answer.outcome === "found" ? answer.element.outerHTML.slice(0, 120) : answer.outcome;
    }
    return { elapsed, html };
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
