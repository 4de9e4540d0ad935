import type { PageCondition, Watch } from "../../message/protocol.ts";
import type { ElementCondition } from "../../model/selector.ts";
import { comparedSelectors, holds } from "../../tour/until.ts";
import { countVisible } from "../count.ts";
import { observePage } from "../observe.ts";
import { openRoots } from "../roots.ts";

export interface WatchPorts {
  /** True if it was refused for no other reason than that the person is busy. */
  claim(guide: string): Promise<boolean>;
  /** Resolves once the person is not busy any more, or with the signal. */
  quiet(signal: AbortSignal): Promise<void>;
}

/**
 * Watches for what due guides wait for in the page, and claims each once when it comes; one that came at a bad moment
 * is watched for again when that is over. A new list replaces the old one; the background sends it with every change of
 * address, so a list stands for one address.
 */
export function createWatches(ports: WatchPorts, signal: AbortSignal) {
  let scope = new AbortController();

  return {
    set(watches: readonly Watch[]): void {
      scope.abort();
      scope = new AbortController();
      if (watches.length > 0) watch(watches, ports, AbortSignal.any([signal, scope.signal]));
    },
    /** Whether each holds now; of what was before nothing is known, so that `more` does not. */
    look(elements: readonly ElementCondition[]): boolean[] {
      const count = (selector: string) => countVisible(selector, openRoots(document));
      return elements.map((element) => sees(element, count, () => Number.POSITIVE_INFINITY));
    },
  };
}

function watch(watches: readonly Watch[], { claim, quiet }: WatchPorts, signal: AbortSignal): void {
  const page = observePage(signal, (error) => console.error("waymark:", error));
  let observing: AbortController | undefined;
  const count = (selector: string) => countVisible(selector, page.roots());
  const compared = watches.flatMap(({ when }) => (when ? comparedSelectors(when) : []));
  const before = new Map(compared.map((selector) => [selector, count(selector)]));
  const now = (condition: PageCondition) =>
    sees(condition, count, (selector) => before.get(selector) ?? 0);
  let open = watches;
  const check = () => {
    const due = open.filter(({ when }) => when === null || now(when));
    open = open.filter((entry) => !due.includes(entry));
    if (open.length === 0) {
      observing?.abort();
      observing = undefined;
    } else if (!observing) {
      observing = new AbortController();
      page.onChange(check, AbortSignal.any([signal, observing.signal]));
    }
    if (due.length > 0) void ask(due);
  };
  /** One after the other: the first of them is to be the first to be shown. */
  const ask = async (due: readonly Watch[]) => {
    const early: Watch[] = [];
    for (const entry of due) if (await claim(entry.guide)) early.push(entry);
    if (early.length === 0) return;
    await quiet(signal);
    if (signal.aborted) return;
    open = watches.filter((entry) => open.includes(entry) || early.includes(entry));
    check();
  };
  check();
}

function sees(
  condition: PageCondition,
  count: (selector: string) => number,
  before: (selector: string) => number,
): boolean {
  const unknown = { used: () => 0, signal: () => false };
  return holds(condition, { ...unknown, address: location, count, before });
}
