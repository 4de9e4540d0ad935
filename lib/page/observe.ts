import { isOwn } from "../anchor/dom/own.ts";
import { isConnected, isDocument, isElement } from "../anchor/dom/safe.ts";
import { openRoots, type Root, rootsOf } from "./roots.ts";

/** One observer of the page for everything that waits for something in it. */
export interface PageObserver {
  /** Called at most once a frame, after something changed that can alter what is visible. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /** Something changed that cannot be observed from here. */
  stir(): void;
  /** The document, and all shadow roots and documents in it that can be reached. */
  roots(): Iterable<Root>;
}

/** What can show or hide an element, or make it match a selector such as `:valid`, without a mutation. */
const EVENTS = "transitionend animationend toggle fullscreenchange load resize input change";

/**
 * Observes mutations through shadow roots and frames that can be reached. There is no polling: while nothing changes it costs nothing, and
 * it observes only while somebody listens. A hidden page is looked at when it is shown again. What a listener
 * throws goes to `onError`, never to the host. `events` are those that count as a change, besides mutations.
 */
export function observePage(
  signal: AbortSignal,
  onError: (error: unknown) => void,
  events = EVENTS,
): PageObserver {
  const listeners = new Set<() => void>();
  const roots = new Set<Root>();
  let frame = 0;
  let observing: AbortController | undefined;

  const flush = () => {
    frame = 0;
    try {
      for (const listener of [...listeners]) if (listeners.has(listener)) listener();
    } catch (error) {
      onError(error);
    }
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(flush);
  };
  const onEvent = ({ target }: Event) => {
    if (!isOwn(target)) schedule();
  };
  const mutations = new MutationObserver((records) => {
    const theirs = records.filter((record) => !isOurs(record));
    for (const { addedNodes } of theirs) {
      for (const node of addedNodes) {
        if (isElement(node)) for (const root of rootsOf(node)) follow(root);
      }
    }
    if (theirs.length > 0) schedule();
  });
  /** A frame shows another document. */
  const onLoad = ({ target }: Event) => {
    if (!(target as Partial<Element>).localName?.endsWith("frame")) return;
    for (const root of rootsOf(target as Element)) follow(root);
    schedule();
  };
  const follow = (root: Root) => {
    if (roots.has(root) || !observing) return;
    roots.add(root);
    const options = { capture: true, passive: true, signal: observing.signal };
    const inner = isDocument(root) && root.defaultView;
    if (inner) {
      for (const type of events.split(" ")) inner.addEventListener(type, onEvent, options);
    }
    root.addEventListener("load", onLoad, options);
    mutations.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  };
  const start = () => {
    observing = new AbortController();
    for (const root of openRoots(document)) follow(root);
  };
  const stop = () => {
    observing?.abort();
    observing = undefined;
    mutations.disconnect();
    roots.clear();
    cancelAnimationFrame(frame);
    frame = 0;
  };
  signal.addEventListener("abort", stop, { once: true });

  return {
    onChange(listener, until) {
      if (signal.aborted || until.aborted) return;
      listeners.add(listener);
      if (!observing) start();
      until.addEventListener(
        "abort",
        () => {
          listeners.delete(listener);
          if (listeners.size === 0) stop();
        },
        { once: true },
      );
    },
    stir: () => void (observing && schedule()),
    *roots() {
      if (!observing) return yield* openRoots(document);
      for (const root of roots) {
        if (isDocument(root) ? root.defaultView : isConnected(root)) yield root;
        else roots.delete(root);
      }
    },
  };
}

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isOwn(target)) return true;
  const nodes = [...addedNodes, ...removedNodes];
  // Our own removal has to be seen, or nobody would mount us again.
  return nodes.length > 0 && nodes.every(isOwn) && removedNodes.length === 0;
}
