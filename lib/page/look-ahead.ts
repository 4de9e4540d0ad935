import type { Anchor } from "../model/anchor.ts";
import type { PageObserver } from "./observe.ts";
import { type Hit, type Miss, type Search, whenIdle } from "./seek.ts";

/** A search that may have been made already. */
export interface LookAhead {
  search: Search;
  /** While the person reads: looks once for what will be asked for next. */
  prepare(anchor: Anchor): void;
}

/** What was found ahead is as good as new until anything in the page changes; then it is forgotten, and not looked for again. */
export function lookAhead(search: Search, page: PageObserver, life: AbortSignal): LookAhead {
  let ready: { anchor: Anchor; answer: Hit | Miss } | undefined;
  let scope = new AbortController();
  const forget = () => {
    scope.abort();
    ready = undefined;
  };
  const look = async (anchor: Anchor, signal: AbortSignal) => {
    await whenIdle();
    const answer = await search(anchor, signal);
    if (!signal.aborted) ready = { anchor, answer };
  };
  return {
    async search(anchor, signal) {
      const answer = ready?.anchor === anchor ? ready.answer : undefined;
      forget();
      return answer ?? search(anchor, signal);
    },
    prepare(anchor) {
      forget();
      scope = new AbortController();
      const signal = AbortSignal.any([life, scope.signal]);
      page.onChange(forget, signal);
      // What fails ahead is tried again, and told of, when it is needed.
      look(anchor, signal).catch(forget);
    },
  };
}
