import type { PageAnswer } from "../anchor/dom/search.ts";
import type { Anchor } from "../model/anchor.ts";
import type { Locator } from "./locator-port.ts";
import type { PageObserver } from "./observe.ts";

/** How long a target may be late before the person is told. Late content is normal. */
const PATIENCE_MS = 6_000;

/** A search is followed by at least this many times its own duration of rest. */
const REST_FACTOR = 4;

export type FoundTarget = Extract<PageAnswer, { outcome: "found" }>;

export interface Seeker {
  onFound(target: FoundTarget): void;
  /** Nothing so far. Called once; the search goes on with every change of the page until `signal` ends. */
  onMissing(reason: string): void;
  onError(error: unknown): void;
}

/** Looks for an anchor's element now and after every change of the page, until it is found. */
export function seek(
  anchor: Anchor,
  locator: Locator,
  page: PageObserver,
  { onFound, onMissing, onError }: Seeker,
  signal: AbortSignal,
): void {
  const scope = new AbortController();
  const life = AbortSignal.any([signal, scope.signal]);
  let reason = "the page was still being searched";
  let changed: () => void = () => undefined;
  page.onChange(() => changed(), life);
  const patience = setTimeout(() => onMissing(reason), PATIENCE_MS);
  life.addEventListener("abort", () => clearTimeout(patience), { once: true });

  const search = async () => {
    while (!life.aborted) {
      const change = new Promise<void>((resolve) => {
        changed = resolve;
      });
      const began = performance.now();
      const answer = await locator.search(anchor, life);
      if (answer.outcome === "found") {
        scope.abort();
        return onFound(answer);
      }
      reason = answer.reason;
      const rest = new Promise((resolve) =>
        setTimeout(resolve, REST_FACTOR * (performance.now() - began)),
      );
      await Promise.all([change, rest]);
      await whenIdle();
    }
  };
  search().catch((error: unknown) => {
    if (!life.aborted) onError(error);
  });
}

function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 200 });
    else setTimeout(resolve, 0);
  });
}
