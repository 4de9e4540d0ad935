import type { PageCondition, Watch } from "../../message/protocol.ts";
import { comparedSelectors, holds } from "../../tour/until.ts";
import { countVisible } from "../count.ts";
import { observePage } from "../observe.ts";

/**
 * Watches for what due guides wait for in the page, and claims each once when it comes. A new list replaces the
 * old one; the background sends it with every change of address, so a list stands for one address.
 */
export function createWatches(claim: (guide: string) => void, signal: AbortSignal) {
  let scope = new AbortController();

  return {
    set(watches: readonly Watch[]): void {
      scope.abort();
      scope = new AbortController();
      const life = AbortSignal.any([signal, scope.signal]);
      const waiting = watches.filter((watch) => {
        if (watch.when === null) claim(watch.guide);
        return watch.when !== null;
      });
      if (waiting.length > 0) watch(waiting, claim, life);
    },
  };
}

function watch(watches: readonly Watch[], claim: (guide: string) => void, signal: AbortSignal) {
  const page = observePage(signal, (error) => console.error("waymark:", error));
  const done = new AbortController();
  const count = (selector: string) => countVisible(selector, page.roots());
  const compared = watches.flatMap(({ when }) => (when ? comparedSelectors(when) : []));
  const before = new Map(compared.map((selector) => [selector, count(selector)]));
  const now = (condition: PageCondition) =>
    holds(condition, {
      address: location,
      count,
      before: (selector) => before.get(selector) ?? 0,
      used: () => 0,
      signal: () => false,
    });
  let open = watches;
  const check = () => {
    const due = open.filter(({ when }) => when && now(when));
    open = open.filter((entry) => !due.includes(entry));
    if (open.length === 0) done.abort();
    for (const { guide } of due) claim(guide);
  };
  page.onChange(check, AbortSignal.any([signal, done.signal]));
  check();
}
